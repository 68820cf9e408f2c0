import './polls.css'
import type { May } from '../../kernel/index.ts'
import type { Story } from '../../web-kit/index.ts'
import type { PollsView, PollView } from '../contract.ts'
import { AskPoll } from './lazy/AskPoll.tsx'
import { PollsHere } from './Polls.tsx'
import { AllPolls } from './PollsPage.tsx'

const idOf = (n: number) => `01a22000-0000-7000-8000-${String(n).padStart(12, '0')}`
const allowed: May = { ok: true }
const refused: May = {
  ok: false,
  because: 'polls.only-hosts-ask',
  sentence: 'Hosts of this jam ask, end and withdraw polls.',
}
const signIn: May = { ok: false, because: 'venue.sign-in-to-take-part', sentence: 'Sign in to take part.' }
const LONG =
  'A list of who may approve what, in every language of a hub, kept by the hub itself and looked at twice a year'
const OPTIONS = ['Approvals', 'Forms', LONG, 'Meetings']
const at = { venueId: idOf(100), place: 'theme', placeId: idOf(200) } as const
const soon = new Date(Date.now() + 40 * 60_000).toISOString()
const then = new Date(Date.now() - 40 * 60_000).toISOString()
const nothing = () => undefined

const pollOf = (n: number, given: Partial<PollView> = {}): PollView => ({
  ...{
    id: idOf(n),
    venueId: at.venueId,
    kind: 'single',
    question: 'What should we make easier first?',
    options: OPTIONS,
  },
  ...{ at: { place: 'theme', id: at.placeId, title: 'Approvals' }, by: 'Host of the jam', askedAt: then, endsAt: soon },
  ...{ endedAt: null, endedBy: null, state: 'open', people: 12, mine: [], result: null },
  may: { vote: allowed, end: refused },
  ...given,
})
const over = { state: 'ended', endedAt: then, endedBy: 'clock' } as const
const row = (option: number, votes: number | null, rank: number | null = option + 1) => ({ option, rank, votes })
const ended = pollOf(4, {
  ...over,
  result: { people: 41, options: [row(0, 24), row(1, 9), row(2, null, null), row(3, null, null)] },
})
const ranked = pollOf(5, {
  ...over,
  kind: 'ranked',
  result: { people: 41, options: [row(2, 30, 1), row(0, 22, 2), row(1, null, 3), row(3, null, 4)] },
})

const viewOf = (polls: PollView[], ask: May = refused): PollsView => ({ polls, cursor: 0, may: { ask } })
const here = (polls: PollView[], ask?: May) => () => <PollsHere view={viewOf(polls, ask)} at={at} onChanged={nothing} />

export const stories: readonly Story[] = [
  {
    name: 'Polls',
    states: {
      'none, for hosts': here([], allowed),
      'to vote in': here([
        pollOf(1),
        pollOf(2, { kind: 'several', mine: [1, 2] }),
        pollOf(3, { kind: 'ranked', mine: [2, 0] }),
      ]),
      'of a host': here([pollOf(1, { people: null, endsAt: null, may: { vote: allowed, end: allowed } })], allowed),
      refused: here([pollOf(1, { may: { vote: signIn, end: refused } })]),
      over: here([ended, ranked, pollOf(6, { ...over, people: null }), pollOf(7, { state: 'counting' })]),
    },
  },
  { name: 'Ask a poll', states: { empty: () => <AskPoll at={at} onAsked={nothing} onClose={nothing} /> } },
  {
    name: 'All polls of a jam',
    states: {
      empty: () => <AllPolls view={viewOf([])} onChanged={nothing} />,
      'very full': () => <AllPolls view={viewOf([pollOf(1), ended, ranked])} onChanged={nothing} />,
    },
  },
]
