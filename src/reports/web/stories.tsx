import type { Story } from '../../web-kit/index.ts'
import type { EditionView, Letter, ReportsView, ReviewTheme, ReviewView, UsesView } from '../contract.ts'
import { ChangesInEdition } from './Editions.tsx'
import { MyLetter } from './LetterPage.tsx'
import { Reports } from './ReportPage.tsx'
import { Review } from './ReviewPage.tsx'
import { Uses } from './UsedInReport.tsx'

const idOf = (n: number) => `01a20000-0000-7000-8000-${String(n).padStart(12, '0')}`
const jamId = idOf(100)
const at = '2027-03-24T13:10:00.000Z'
const LONG = 'Approvals on weekends, on public holidays and whenever the one person who may approve is away'

const edition = (number: number, kind: EditionView['kind'], hash: string | null = 'a1b2c3'.repeat(10)): EditionView => {
  return { number, kind, madeAt: at, hash }
}
const may = { review: { ok: true, because: null } } as unknown as ReportsView['may']
const mayNot = { review: { ok: false, because: 'report.only-hosts' } } as unknown as ReportsView['may']
const reports = (editions: EditionView[], given: Partial<ReportsView> = {}) => (
  <Reports isSignedIn view={{ jamId, editions, making: false, may: mayNot, ...given }} />
)

const written = (n: number, given: Partial<Letter['written'][number]> = {}): Letter['written'][number] => ({
  ...{ id: idOf(n), threadId: idOf(n), kind: 'contribution', title: 'Any two of three may approve', postedAt: at },
  ...{ place: 'cited', theme: { id: idOf(1), name: 'Approvals', people: 41, headline: 'people' }, uses: ['themes'] },
  ...given,
})
const letter = (items: Letter['written'], of: Letter['edition'] = edition(1, 'closing')): Letter => ({
  jam: { id: jamId, title: 'Values jam', question: 'What helps?' },
  edition: of,
  written: items,
  became: items.slice(0, 1).map(({ theme }) => ({
    ...{
      kind: 'theme',
      id: theme?.id ?? '',
      name: theme?.name ?? '',
      answer: 'adapt',
      reason: 'Two of three approve.',
    },
    ...{ owner: 'Service desk lead', due: '2027-06-01', state: 'in-progress', why: ['wrote', 'followed'] },
  })),
  totals: { written: items.length, themes: 1, cited: items.filter(({ uses }) => uses.length > 0).length },
})

const theme = (n: number, given: Partial<ReviewTheme> = {}): ReviewTheme => ({
  ...{ id: idOf(n), name: null, label: 'weekend, approval', headline: 'people', people: 41, signed: null },
  statements: [
    {
      id: 's1',
      text: 'Many build on it: 18 of 41 people.',
      shortText: '18 of 41 build on it.',
      short: false,
      stands: true,
    },
  ],
  quotes: [{ id: 'q1', text: 'We lost a customer over a missing signature.', language: 'en', stands: true }],
  ...given,
})
const review = (themes: ReviewTheme[], given: Partial<ReviewView> = {}) => (
  <Review view={{ jamId, from: 1, themes, edits: [], may, ...given } as ReviewView} onChanged={() => undefined} />
)

const inTheme = { chapter: 'themes', theme: { id: idOf(1), name: 'Approvals' } } as const
const uses = (given: Partial<UsesView>): UsesView => ({ jamId, number: 1, uses: [], replies: [], ...given })

export const stories: Story[] = [
  {
    name: 'Reports',
    states: {
      'none yet': () => reports([]),
      'being made': () => reports([], { making: true }),
      'closing edition': () => reports([edition(1, 'closing')]),
      'reviewed, for hosts': () => reports([edition(2, 'reviewed'), edition(1, 'closing')], { may }),
      'a live draft, for hosts': () => reports([edition(0, 'draft')], { may }),
    },
  },
  {
    name: 'ChangesInEdition',
    states: {
      none: () => <ChangesInEdition from={1} changes={[]} />,
      some: () => (
        <ChangesInEdition
          from={1}
          changes={[
            { what: 'name', theme: 'Approvals', from: 'weekend, approval', to: LONG },
            { what: 'quote-gone', theme: 'Approvals', from: 'We lost a customer over a missing signature.', to: '' },
          ]}
        />
      ),
    },
  },
  {
    name: 'Review',
    states: {
      'nothing signed': () => review([theme(1), theme(2, { headline: null })]),
      'signed and changed': () =>
        review([theme(1, { name: LONG, signed: { by: 'A host', at } })], {
          edits: [{ at, by: 'A host', theme: 'Approvals', what: 'name', from: 'weekend, approval', to: LONG }],
        }),
    },
  },
  {
    name: 'MyLetter',
    states: {
      'no edition yet': () => <MyLetter jamId={jamId} letter={letter([], null)} />,
      'nothing written': () => <MyLetter jamId={jamId} letter={letter([])} />,
      some: () => (
        <MyLetter
          jamId={jamId}
          letter={letter([written(1), written(2, { title: LONG, theme: null, uses: [], place: 'unsorted' })])}
        />
      ),
    },
  },
  {
    name: 'UsedInReport',
    states: {
      'this contribution': () => <Uses threadId={idOf(1)} view={uses({ uses: [inTheme] })} />,
      'replies too, in several chapters': () => (
        <Uses
          threadId={idOf(1)}
          view={uses({
            uses: [inTheme, { chapter: 'opinions', theme: null }],
            replies: [{ id: idOf(7), reply: 3, uses: [{ chapter: 'voices', theme: { id: idOf(2), name: LONG } }] }],
          })}
        />
      ),
    },
  },
]
