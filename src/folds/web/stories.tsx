import type { ContributionView } from '../../conversation/contract.ts'
import type { May } from '../../kernel/index.ts'
import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import type { Fold, FoldView } from '../contract.ts'
import { FoldInFull } from './FoldInFull.tsx'
import { FoldNote } from './FoldNote.tsx'
import { COUNTED } from './use-folds.ts'
import './folds.css'

const idOf = (n: number) => `01a20000-0000-7000-8000-${String(n).padStart(12, '0')}`
const allowed: May = { ok: true }
const refused: May = { ok: false, because: 'folds.only-hosts-fold', sentence: 'Only hosts put contributions together.' }
const may = { reply: allowed, vote: allowed }

const itemOf = (n: number, given: Partial<ContributionView> = {}): ContributionView => ({
  ...{ id: idOf(n), threadId: idOf(n), venueId: idOf(100), forumId: idOf(101), parentId: null, number: 0, depth: 0 },
  ...{ kind: 'contribution', author: { id: idOf(7), name: 'Service desk member', hub: 'Kraków', guest: false } },
  ...{ title: 'Let any two of three colleagues approve an answer', html: '', language: 'en', seed: false },
  ...{ postedAt: new Date(Date.now() - n * 60_000).toISOString(), editedAt: null, version: 1, retracted: false },
  ...{ votes: { agree: 8, disagree: 1, pass: 0 }, replies: 2, lastReplyAt: null, foldId: idOf(1), revision: 1 },
  ...{ mine: false, meeting: null, myVote: null, favourite: false },
  ...given,
})

const foldOf = (given: Partial<Fold> = {}): Fold => ({
  ...{ id: idOf(1), texts: 4, writers: 4, people: 23, campaign: null, revision: 1 },
  ...given,
})
const campaign = { people: 12, from: new Date().toISOString(), isByFew: true }

const viewOf = (given: Partial<FoldView> = {}): FoldView => ({
  ...{ contributionId: idOf(1), venueId: idOf(100), fold: foldOf(), keptAlone: false, acts: [], cursor: 0 },
  may: { fold: refused, standAlone: refused },
  ...given,
})

const acts: FoldView['acts'] = [
  {
    ...{ id: idOf(51), kind: 'apart', at: new Date().toISOString(), by: 'Host of the jam', texts: 1 },
    ...{ undoneAt: new Date().toISOString(), undoneBy: 'Another host', may: { undo: refused } },
  },
  {
    ...{ id: idOf(50), kind: 'fold', at: new Date().toISOString(), by: 'Host of the jam', texts: 2 },
    ...{ undoneAt: null, undoneBy: null, may: { undo: allowed } },
  },
]
const FOLD = 'GET /api/contributions/:contributionId/fold'
const TOGETHER = 'GET /api/contributions/:contributionId/fold/contributions'
const asked = { contributionId: idOf(1) }

const note = (view: FoldView, shownIn: 'list' | 'thread', given: Partial<ContributionView> = {}) => (
  <StoryAnswers
    known={[
      [[FOLD, asked], view],
      [[COUNTED, idOf(1)], view.fold],
    ]}
  >
    <FoldNote item={itemOf(1, given)} shownIn={shownIn} />
  </StoryAnswers>
)
const page = (view: FoldView, items: ContributionView[]) => (
  <StoryAnswers
    known={[
      [[FOLD, asked], view],
      [[TOGETHER, asked], { items, next: null }],
    ]}
  >
    <FoldInFull contributionId={idOf(1)} may={may} />
  </StoryAnswers>
)
const host = { fold: allowed, standAlone: refused }
const three = [itemOf(1), itemOf(2, { mine: true }), itemOf(3)]

/** The parts of folds in each of their states. */
export const stories: Story[] = [
  {
    name: 'What stands below a contribution of a fold',
    states: {
      'in a list': () => note(viewOf(), 'list'),
      campaign: () => note(viewOf({ fold: foldOf({ texts: 500, writers: 12, campaign }) }), 'list'),
      mine: () => note(viewOf(), 'list', { mine: true }),
      'for a host, in the thread': () => note(viewOf({ may: host }), 'thread'),
      'kept alone, for a host': () =>
        note(viewOf({ fold: null, keptAlone: true, may: host }), 'thread', { foldId: null }),
      loading: () => (
        <StoryAnswers waiting={[[COUNTED, idOf(1)]]}>
          <FoldNote item={itemOf(1)} shownIn="list" />
        </StoryAnswers>
      ),
    },
  },
  {
    name: 'A fold in full',
    states: {
      plain: () => page(viewOf(), three),
      'for a host, with what was done': () => page(viewOf({ may: host, acts }), three),
      campaign: () => page(viewOf({ fold: foldOf({ texts: 500, writers: 12, people: 12, campaign }) }), three),
      'no more': () => page(viewOf({ fold: null, acts }), []),
    },
  },
]
