import { useQueryClient } from '@tanstack/react-query'
import { useLive } from '../../web-kit/live/index.ts'
import type { PollsView } from '../contract.ts'
import { applyEvent, type LiveEvent } from '../live-state.ts'
import { api } from './api.ts'

const POLLS = 'GET /api/venues/:venueId/polls'
const HEARD = new Set(['poll.changed', 'poll.voted', 'poll.counted'])

/** The polls of a venue or of one place in it, live: how many voted changes in place, everything else is fetched anew. */
export function usePolls(venueId: string, at: string | undefined) {
  const client = useQueryClient()
  const input = { venueId, ...(at && { at }) }
  const polls = api.useAnswer(POLLS, input)
  const { queryKey } = api.answerOf(POLLS, input)
  const ask = () => void client.invalidateQueries({ queryKey })
  useLive([`venue:${venueId}`], polls.data?.cursor, (frame) => {
    if (frame.reset) ask()
    for (const event of frame.events) {
      if (!HEARD.has(event.type)) continue
      const shown = client.getQueryData<PollsView>(queryKey)
      const after = shown && applyEvent(shown.polls, event as unknown as LiveEvent)
      if (shown && after) client.setQueryData(queryKey, { ...shown, polls: [...after] })
      else ask()
    }
  })
  return { polls, onChanged: ask }
}
