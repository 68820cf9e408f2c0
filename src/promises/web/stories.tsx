import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import type { DecisionsView, DecisionView, MatterView, PromiseLine, PromiseView } from '../contract.ts'
import { Decisions } from './Decisions.tsx'
import { Ledger } from './LedgerPage.tsx'
import { OnePromise } from './PromisePage.tsx'
import './promises.css'

const idOf = (n: number) => `01a30000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = '2027-03-01T10:00:00.000Z'
const jam = { id: idOf(900), title: 'Values jam' }
const sponsor = { id: idOf(1), name: 'Head of service' }
const keeper = { id: idOf(2), name: 'Service desk lead' }
const nothing = () => undefined

const decision = (given: Partial<DecisionView> = {}): DecisionView => ({
  ...{ id: idOf(10), version: 1, answer: 'adapt', owner: keeper, due: '2027-06-01', budget: '20 000 EUR' },
  reason:
    'Any two of three trained colleagues approve from May on. On weekends one is enough, and the second looks on Monday.',
  ...{ changeReason: null, by: 'Head of service', at, signatures: [{ ...sponsor, at }], boundAt: at, ...given },
})
const matter = (n: number, given: Partial<MatterView> = {}): MatterView => ({
  ...{ id: idOf(100 + n), jamId: jam.id, kind: 'theme', subjectId: idOf(200 + n), name: 'Approvals on weekends' },
  ...{ stands: true, binding: null, latest: null, promise: null, ...given },
})
const yes = { ok: true } as const
const no = {
  ok: false,
  because: 'decision.only-preparers',
  sentence: 'Only hosts and those who decide prepare answers.',
} as const

function view(matters: MatterView[], given: Partial<DecisionsView> = {}): DecisionsView {
  const answered = matters.filter(({ binding }) => binding).length
  return {
    jamId: jam.id,
    deciders: { people: [{ ...sponsor, hub: 'Kraków', guest: false }], needed: null, version: 1, by: 'Host', at },
    ...{ matters, answered, waiting: matters.length - answered, answeredAt: null },
    may: { name: no, prepare: no, sign: no },
    ...given,
  }
}

const bound = matter(1, { binding: decision(), promise: { id: idOf(50), state: 'in-progress' } })
const drafted = matter(2, { name: 'Quiet rooms', latest: decision({ id: idOf(11), signatures: [], boundAt: null }) })
const longName = 'A theme whose name was given by a host who wanted to say everything in it, twice'.repeat(3)

const line = (n: number, given: Partial<PromiseLine> = {}): PromiseLine => ({
  ...{ id: idOf(300 + n), jam, name: 'Approvals on weekends', answer: 'adapt', owner: keeper, due: '2027-06-01' },
  ...{ state: 'in-progress', told: { reason: 'The training is done.', at }, ...given },
})
const counts = { open: 1, 'in-progress': 3, kept: 4, late: 1, broken: 1, replaced: 0 }

const history: PromiseView['history'] = [
  { id: idOf(400), kind: 'made', reason: null, by: 'Head of service', at, thread: null },
  {
    id: idOf(401),
    kind: 'progress',
    reason: 'The training is done.',
    by: 'Service desk lead',
    at,
    thread: { id: idOf(402), replies: 3 },
  },
  { id: idOf(403), kind: 'late', reason: null, by: null, at, thread: null },
]

const shown = (children: React.ReactNode) => <StoryAnswers>{children}</StoryAnswers>
const decisions = (of: DecisionsView, me?: string) => shown(<Decisions view={of} me={me} onChanged={nothing} />)

const nobody = { people: [], needed: null, version: 0, by: null, at: null }
const ofPromise: PromiseView = {
  promise: line(1, { state: 'late' }),
  decision: decision(),
  history,
  may: { tell: yes, settle: yes },
}
const full = [line(1, { state: 'late' }), line(2), line(3, { name: null, owner: null, state: 'kept' })]

export const stories: readonly Story[] = [
  {
    name: 'Decisions',
    states: {
      empty: () => decisions(view([], { deciders: nobody })),
      'as everybody reads them': () => decisions(view([bound, matter(3, { name: longName })])),
      'for who decides': () =>
        decisions(view([bound, drafted], { may: { name: no, prepare: yes, sign: yes } }), sponsor.id),
    },
  },
  {
    name: 'Ledger',
    states: {
      'overdue first': () => <Ledger first={{ promises: full, counts, next: null }} asked={{ show: 'all' }} />,
      empty: () => <Ledger first={{ promises: [], counts, next: null }} asked={{ show: 'overdue' }} />,
    },
  },
  {
    name: 'OnePromise',
    states: {
      'for who keeps it': () => shown(<OnePromise view={ofPromise} onChanged={nothing} />),
      'for everybody': () =>
        shown(<OnePromise view={{ ...ofPromise, may: { tell: no, settle: no } }} onChanged={nothing} />),
    },
  },
]
