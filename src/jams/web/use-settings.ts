import { type CallError, tell } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { api } from './api.ts'
import { say } from './say.ts'
import { type Settings, settingsOf } from './settings.ts'
import { useJamChanged } from './use-jam.ts'

/** Saves a part of a jam's settings, the rest as it stands. */
export function useSettings(view: JamView): {
  save: (part: Partial<Settings>, onSaved?: () => void) => void
  busy: boolean
  error: CallError | null
} {
  const send = api.useSend('PUT /api/jams/:jamId')
  const changed = useJamChanged()
  const save = (part: Partial<Settings>, onSaved?: () => void) =>
    send.mutate(
      { jamId: view.jam.id, ...settingsOf(view), ...part },
      {
        onSuccess: (answer) => {
          changed(answer)
          tell(say('jams.saved'))
          onSaved?.()
        },
      },
    )
  return { save, busy: send.isPending, error: send.error }
}
