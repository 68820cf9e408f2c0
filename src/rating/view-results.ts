import { type Actor, LEAST_PEOPLE, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, currentCursor, decodeKey, encodeKey } from '../platform/index.ts'
import type { ResultsView } from './contract.ts'
import { stateOf } from './rate.ts'
import { RESULTS_PAGE_MAX } from './rules/limits.ts'
import { findBoxFor } from './store/ballots.ts'
import { findResultsFor } from './store/results.ts'

/** What came out of the rating of a jam. Before it is counted nobody is told anything of it, hosts and owners included. */
export async function viewResults(
  ctx: Ctx<Actor>,
  input: { jamId: string; after?: string; limit?: number },
): Promise<ResultsView> {
  const { jamId, limit = RESULTS_PAGE_MAX } = input
  const box = await findBoxFor(ctx.tx, ctx.actor, jamId)
  if (!box) throw notFound()
  const rows = await findResultsFor(ctx.tx, ctx.actor, { jamId, after: afterOf(input.after), limit })
  const last = rows.at(-1)
  return {
    ...{ jamId, state: stateOf(box, ctx.now), ideas: box.ideas ?? 0 },
    people: box.people !== null && box.people >= LEAST_PEOPLE ? box.people : null,
    simulated: simulatedOf(box.people ?? 0, box.simulated ?? 0),
    results: rows.map(({ result }) => result),
    next: last && rows.length === limit ? encodeKey(String(last.place)) : null,
    cursor: await currentCursor(ctx.tx),
  }
}

/** That simulated people rated is always said; how many, where that tells nothing about fewer than five others. */
function simulatedOf(people: number, simulated: number): ResultsView['simulated'] {
  if (simulated === 0) return null
  const others = people - simulated
  return { people: people >= LEAST_PEOPLE && (others === 0 || others >= LEAST_PEOPLE) ? simulated : null }
}

function afterOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const [place = ''] = decodeKey(cursor)
  if (/^\d{1,6}$/.test(place)) return Number(place)
  throw new Refusal('bad-request', { status: 400, values: { field: 'after', problem: 'is not a cursor of this list' } })
}
