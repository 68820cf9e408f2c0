import { Note, Time } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { toldChange } from '../rules/told-change.ts'
import { say, sayRich } from './say.ts'

/** What hosts changed last about the course of a jam, with their reason, for everybody. */
export function LastChange({ view, isFront }: { view: JamView; isFront: boolean }) {
  const last = toldChange(view, { isFront })
  if (!last) return null
  const name = last.by ?? say('jams.hosts')
  const values = { name, time: <Time at={last.at} as="absolute" />, reason: <q className="reading">{last.reason}</q> }
  return (
    <Note tone="pollen" icon="clock">
      {last.kind === 'extended' ? sayRich('jams.change.extended', values) : sayRich('jams.change.early', values)}
    </Note>
  )
}
