import './rating.css'
import type { May } from '../../kernel/index.ts'
import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import type { BallotView, IdeaResult, IdeasView, IdeaView, ResultsView } from '../contract.ts'
import { Ideas } from './Ideas.tsx'
import { Ballot } from './RatePage.tsx'
import { Results } from './ResultsPage.tsx'
import { StageContext } from './stage.ts'

const idOf = (n: number) => `01a21000-0000-7000-8000-${String(n).padStart(12, '0')}`
const allowed: May = { ok: true }
const refused: May = {
  ok: false,
  because: 'ideas.not-yours',
  sentence: 'Only hosts, and whoever made this idea, can change it.',
}
const fixed: May = { ok: false, because: 'ideas.fixed', sentence: 'Ideas are fixed from the beginning of rating.' }
const SENTENCE = 'Any two of three colleagues may approve an answer to a customer.'
const LONG = `${'Every hub keeps a list of who may approve what, in which language and until when, '.repeat(2)}and says so.`
const soon = new Date(Date.now() + 40 * 60_000).toISOString()
const nothing = () => undefined

const ideaOf = (n: number, given: Partial<IdeaView> = {}): IdeaView => ({
  ...{
    id: idOf(n),
    jamId: idOf(100),
    sentence: SENTENCE,
    language: 'en',
    theme: null,
    state: 'ready',
    mergedInto: null,
  },
  ...{
    merged: [],
    by: 'Host of the jam',
    madeAt: new Date().toISOString(),
    version: 1,
    small: false,
    askedOfMe: false,
  },
  sources: [1, 2, 3].map((at) => ({
    ...{ contributionId: idOf(at), threadId: idOf(at), title: 'Approvals wait for one person only', from: null },
    ...{
      author: { id: idOf(7), name: 'Service desk member', hub: 'Kraków', guest: false },
      mine: false,
      consent: 'given' as const,
    },
  })),
  may: { change: refused, answer: refused },
  ...given,
})

const viewOf = (ideas: IdeaView[], given: Partial<IdeasView> = {}): IdeasView => ({
  ...{ jamId: idOf(100), ideas, next: null, until: soon, cursor: 0, may: { make: allowed } },
  counts: { standing: ideas.length, rated: ideas.length, small: 0, smallPlaces: 1, askedOfMe: 0 },
  ...given,
})

const tools = { change: allowed, answer: refused }
const asked = ideaOf(4, { state: 'asked', askedOfMe: true, may: { change: refused, answer: allowed } })
const full = [
  ideaOf(1, { may: tools, small: true }),
  ideaOf(2, { sentence: LONG, merged: [{ id: idOf(3), sentence: SENTENCE }], may: tools }),
  ideaOf(3, { state: 'merged', mergedInto: { id: idOf(2), sentence: LONG }, may: tools }),
  ideaOf(5, { state: 'draft', sources: [] }),
]
const askedKey = ['GET /api/jams/:jamId/ideas', { jamId: idOf(100), of: 'asked-of-me' }]

const ballotOf = (given: Partial<BallotView> = {}): BallotView => ({
  ...{ jamId: idOf(100), state: 'open', ideas: 120, length: 24, answered: 3, skipped: 1, until: soon },
  hand: [1, 2].map((n) => ({ id: idOf(n), sentence: n === 1 ? SENTENCE : LONG, language: 'en', sources: [] })),
  may: { rate: allowed },
  ...given,
})

const part = (name: string, helps: number) => ({ name, people: 12, value: 48, helps })
const resultOf = (n: number, given: Partial<IdeaResult> = {}): IdeaResult => ({
  ...{ id: idOf(n), sentence: SENTENCE, list: 'common', rank: n, byPairs: n === 2, people: 41, skipped: 3 },
  ...{ value: { mean: 62.4, low: 55.1, high: 69.7 }, impact: 4.1, feasibility: 3.6, groupInformed: 0.61 },
  ...{
    helps: { mean: 0.81, low: 0.7, high: 0.89 },
    groups: [part('A', 0.8), part('B', 0.76)],
    hubs: [part('North', 0.8)],
  },
  ...given,
})
const few: Partial<IdeaResult> = {
  list: 'few',
  rank: null,
  people: null,
  skipped: null,
  value: null,
  helps: null,
  groups: [],
  hubs: [],
}
const resultsOf = (given: Partial<ResultsView> = {}): ResultsView => ({
  ...{ jamId: idOf(100), state: 'counted', ideas: 3, people: 57, simulated: null, next: null, cursor: 0 },
  results: [resultOf(1), resultOf(2, { list: 'split' }), resultOf(3, { ...few, sentence: LONG, groupInformed: null })],
  ...given,
})

export const stories: readonly Story[] = [
  {
    name: 'Ideas',
    states: {
      empty: () => <Ideas view={viewOf([])} onChanged={nothing} />,
      'very full': () => <Ideas view={viewOf(full)} onChanged={nothing} />,
      'asked of me': () => (
        <StoryAnswers known={[[askedKey, viewOf([asked])]]}>
          <Ideas
            view={{ ...viewOf([asked]), counts: { ...viewOf([asked]).counts, askedOfMe: 1 } }}
            onChanged={nothing}
          />
        </StoryAnswers>
      ),
      refused: () => (
        <StageContext value="fixed">
          <Ideas view={viewOf([ideaOf(1)], { may: { make: fixed } })} onChanged={nothing} />
        </StageContext>
      ),
      'never rated': () => (
        <StageContext value="never">
          <Ideas view={viewOf([], { may: { make: fixed } })} onChanged={nothing} />
        </StageContext>
      ),
    },
  },
  {
    name: 'Ballot',
    states: {
      'before it begins': () => (
        <Ballot view={ballotOf({ state: 'before', hand: [], answered: 0 })} onChanged={nothing} />
      ),
      'to begin': () => <Ballot view={ballotOf({ hand: [], answered: 0 })} onChanged={nothing} />,
      'under way': () => <Ballot view={ballotOf()} onChanged={nothing} />,
      done: () => <Ballot view={ballotOf({ hand: [], answered: 24 })} onChanged={nothing} />,
      refused: () => (
        <Ballot
          view={ballotOf({ may: { rate: { ...refused, sentence: 'Sign in to take part.' } } })}
          onChanged={nothing}
        />
      ),
      over: () => <Ballot view={ballotOf({ state: 'counted' })} onChanged={nothing} />,
    },
  },
  {
    name: 'Results',
    states: {
      'before the end': () => <Results view={resultsOf({ state: 'open', results: [] })} />,
      'too few': () => <Results view={resultsOf({ people: null, results: [] })} />,
      'very full': () => <Results view={resultsOf()} />,
      simulated: () => <Results view={resultsOf({ simulated: { people: 40 } })} />,
    },
  },
]
