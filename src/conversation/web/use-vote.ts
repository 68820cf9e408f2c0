import { useRef, useState } from 'react'
import { sentenceOf, tell } from '../../web-kit/index.ts'
import type { ContributionView, VoteValue } from '../contract.ts'
import { api } from './api.ts'

type Shown = { readonly myVote: VoteValue | null; readonly votes: ContributionView['votes'] }

/** The counts as they will stand when my vote is this one. */
export function withVote(item: Shown, value: VoteValue | null): Shown {
  const votes = { ...item.votes }
  if (item.myVote) votes[item.myVote] = Math.max(0, votes[item.myVote] - 1)
  if (value) votes[value] += 1
  return { myVote: value, votes }
}

/** Votes at once on the screen; on refusal goes back and says why. Pressing the same again takes the vote back.
 *  Presses reach the server in their order. */
export function useVote(item: ContributionView, onChanged: (item: ContributionView) => void) {
  const [pending, setPending] = useState<Shown | undefined>(undefined)
  const line = useRef<{ last: Promise<void>; count: number }>({ last: Promise.resolve(), count: 0 })
  const shown: Shown = pending ?? item
  const vote = (pressed: VoteValue) => {
    const value = shown.myVote === pressed ? null : pressed
    setPending(withVote(shown, value))
    const mine = ++line.current.count
    const isLast = () => line.current.count === mine
    line.current.last = line.current.last.then(async () => {
      try {
        const answer = await api.call('PUT /api/contributions/:contributionId/vote', { contributionId: item.id, value })
        onChanged(answer)
      } catch (error) {
        if (isLast()) tell(sentenceOf(error as Error))
      }
      if (isLast()) setPending(undefined)
    })
  }
  return { shown, vote }
}
