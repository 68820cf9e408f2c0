import { Badge } from '../../web-kit/index.ts'
import type { PromiseLine } from '../contract.ts'
import { say } from './say.ts'

const TONES = {
  open: 'plain',
  'in-progress': 'sky',
  kept: 'leaf',
  late: 'clay',
  broken: 'clay',
  replaced: 'pollen',
} as const

/** Where a promise stands. */
export function StateBadge({ state }: Pick<PromiseLine, 'state'>) {
  return <Badge tone={TONES[state]}>{say(`promises.state.${state}`)}</Badge>
}
