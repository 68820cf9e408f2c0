import type { Input } from '../../web-kit/index.ts'
import type { JamView, jamsContract } from '../contract.ts'

export type Settings = Omit<Input<typeof jamsContract, 'PUT /api/jams/:jamId'>, 'jamId'>

/** What of a jam can be set, as it stands. */
export function settingsOf({ jam, promise, audience, lobby, hosts }: JamView): Settings {
  return {
    title: jam.title,
    question: jam.question,
    promise,
    audience: { hubs: audience.hubs.map((hub) => hub.id), guests: audience.guests },
    lobby,
    dates: jam.dates,
    hosts: hosts.map((host) => host.id),
  }
}
