import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useLive } from '../../web-kit/live/index.ts'
import type { Fold, FoldView } from '../contract.ts'
import { applyEvent, foldAfter, type LiveEvent } from '../live-state.ts'
import { FOLDS_ASKED_MAX } from '../rules/limits.ts'
import { api } from './api.ts'
import { askTogether } from './ask-together.ts'

/** The address of the page of a fold, by one of its contributions; given by whoever shows them. */
export type FoldPlaces = (contributionId: string) => string

export const FoldPlacesContext = createContext<FoldPlaces>((id) => `#${id}`)
export const useFoldPlaces = (): FoldPlaces => useContext(FoldPlacesContext)

const FOLD = 'GET /api/contributions/:contributionId/fold'
/** Folds as a list shows them, by their ids. */
export const COUNTED = 'folds.counted'
const TOGETHER = 'GET /api/contributions/:contributionId/fold/contributions'

/** Hears of the folds of a venue as long as it is shown: counts change in place. */
export function useLiveFolds(venueId: string): void {
  const client = useQueryClient()
  useLive([`venue:${venueId}`], 'now', (frame) => {
    if (frame.reset) for (const queryKey of [[FOLD], [COUNTED]]) void client.invalidateQueries({ queryKey })
    for (const event of frame.events as unknown as readonly LiveEvent[]) {
      if (event.type !== 'folds.changed') continue
      client.setQueriesData<FoldView>({ queryKey: [FOLD] }, (view) => view && applyEvent(view, event))
      client.setQueriesData<Fold | null>({ queryKey: [COUNTED] }, (fold) => fold && foldAfter(fold, event))
    }
  })
}

/** How a contribution stands to others. Asked anew when it stands in another fold. */
export function useFold(contributionId: string, isAsked: boolean) {
  return useQuery({ ...api.answerOf(FOLD, { contributionId }), enabled: isAsked })
}

/** What a list says of a fold: all that a page shows are asked for in one request. */
export function useCounted(venueId: string, foldId: string | null) {
  const client = useQueryClient()
  return useQuery({
    queryKey: [COUNTED, foldId],
    queryFn: () => (foldId === null ? null : askerOf(client, venueId)(foldId)),
    enabled: foldId !== null,
  })
}

type Asker = (foldId: string) => Promise<Fold | null>

/** One for each venue, kept with the answers of the page. */
function askerOf(client: QueryClient, venueId: string): Asker {
  const queryKey = ['folds.asker', venueId]
  const ask = async (ids: readonly string[]) =>
    (await api.call('GET /api/venues/:venueId/folds', { venueId, ids: ids.join(',') })).folds
  const asker = client.getQueryData<Asker>(queryKey) ?? askTogether(ask, FOLDS_ASKED_MAX)
  // A function would be called for what to keep.
  client.setQueryData<Asker>(queryKey, () => asker)
  return asker
}

/** Puts the answer of an act in place of what is shown; what stood together with it is asked anew. */
export async function showActed(client: QueryClient, view: FoldView): Promise<void> {
  await client.invalidateQueries({ queryKey: [FOLD] })
  client.setQueryData(api.answerOf(FOLD, { contributionId: view.contributionId }).queryKey, view)
  await client.invalidateQueries({ queryKey: [TOGETHER] })
  await client.invalidateQueries({ queryKey: [COUNTED] })
}

/** The contribution that a host has chosen to put together with another one. */
export type Picked = { readonly id: string; readonly title: string }

/** Kept with the answers of the page, so that the other one may be chosen on another page. */
export function usePicked(venueId: string): [Picked | null, (picked: Picked | null) => void] {
  const client = useQueryClient()
  const queryKey = ['folds.picked', venueId]
  const { data = null } = useQuery<Picked | null>({
    queryKey,
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return [data, (picked) => client.setQueryData(queryKey, picked)]
}
