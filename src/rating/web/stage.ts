import { createContext } from 'react'
import type { JamView } from '../../jams/contract.ts'

/** Where the ideas of a jam stand: made and changed, the same with no rating planned, being rated, rated, or never to be rated
 *  as the jam is over. */
export type Stage = 'made' | 'unplanned' | 'fixed' | 'rated' | 'never'

export const StageContext = createContext<Stage>('made')

export const isBeingMade = (stage: Stage): stage is 'made' | 'unplanned' => stage === 'made' || stage === 'unplanned'

export function stageOf({ jam, changes }: Pick<JamView, 'jam' | 'changes'>): Stage {
  if (jam.phase === 'prepare' || jam.phase === 'discuss') return jam.dates.rateAt === null ? 'unplanned' : 'made'
  if (jam.phase === 'rate') return 'fixed'
  return jam.dates.rateAt !== null || changes.some(({ phase }) => phase === 'rate') ? 'rated' : 'never'
}
