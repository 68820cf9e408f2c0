import { dealHand, type Exposure, placeOf } from './deal-hand.ts'

/** What somebody asks for: more ideas for a ballot that had some. */
export type Deal = {
  readonly hubId: string | null
  readonly had: ReadonlySet<string>
  /** How many it was given before. */
  readonly at: number
  readonly length: number
}

/** How often an idea was dealt so far, and how often in each hub that is asked about. */
export type Dealt = Omit<Exposure, 'inHub'> & { readonly hubs: Readonly<Record<string, number>> }

/** One more time that an idea was dealt, where in a ballot (thousandths of its length) and in which hub. */
export type DealtOnce = { readonly id: string; readonly place: number; readonly hubId: string | null }

/** A hand for each who asks, as if they had asked one after the other. */
export function dealAll(
  ideas: readonly Dealt[],
  deals: readonly Deal[],
  random: () => number,
): { readonly hands: string[][]; readonly changes: DealtOnce[] } {
  const counts = new Map(ideas.map(({ id, shown, places, hubs }) => [id, { id, shown, places, hubs: { ...hubs } }]))
  const changes: DealtOnce[] = []
  const hands = deals.map(({ hubId, had, at, length }) => {
    const exposures = [...counts.values()].map(({ id, shown, places, hubs }): Exposure => {
      return { id, shown, places, inHub: hubId === null ? 0 : (hubs[hubId] ?? 0) }
    })
    const hand = dealHand(exposures, { had, at, length, random })
    for (const [n, id] of hand.entries()) {
      const count = counts.get(id)
      const change = { id, hubId, place: placeOf(at + n, length) }
      if (!count) continue
      count.shown += 1
      count.places += change.place
      if (hubId !== null) count.hubs[hubId] = (count.hubs[hubId] ?? 0) + 1
      changes.push(change)
    }
    return hand
  })
  return { hands, changes }
}
