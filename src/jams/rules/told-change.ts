import type { JamView } from '../contract.ts'

/** For so long every page of a jam tells it; the front of the jam and its lobby tell it as long as the phase lasts. */
const EVERYWHERE_MS = 24 * 3_600_000

type Change = JamView['changes'][number]
type Course = Pick<JamView, 'changes' | 'now'> & { readonly jam: Pick<JamView['jam'], 'phase'> }

/** The last thing that hosts changed about the course of a jam with a reason, as far as this page tells it: the jam went on by
 *  hand, or the phase it is in got more time. What was said of a phase that is over is told on the page about the jam alone. */
export function toldChange({ changes, now, jam }: Course, { isFront }: { isFront: boolean }): Change | undefined {
  const last = changes.findLast(({ kind, reason }) => kind !== 'opened' && reason)
  if (last?.phase !== jam.phase) return undefined
  const isRecent = Date.parse(now) - Date.parse(last.at) < EVERYWHERE_MS
  return isRecent || (isFront && jam.phase !== 'archive') ? last : undefined
}
