import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import type { CardView, CatchUpView, ChoiceView, Quote } from '../contract.ts'
import { SECTIONS } from '../rules/arrange.ts'
import { Bridges } from './BridgesChoice.tsx'
import { CatchUp } from './CatchUp.tsx'
import { Follows } from './FollowsPage.tsx'
import { HowToTell } from './HowToTell.tsx'

const idOf = (n: number) => `01a20000-0000-7000-8000-${String(n).padStart(12, '0')}`
const jam = { id: idOf(100), title: 'Values jam' }
const quote = (n: number, given: Partial<Quote> = {}): Quote => ({
  contributionId: idOf(n),
  threadId: idOf(n),
  kind: 'contribution',
  sentence:
    'If any two of three trained colleagues could approve, the customer would have had the answer in twenty minutes.',
  author: 'Service desk member',
  hub: 'Kraków',
  language: 'en',
  favourite: false,
  ...given,
})

const card = (n: number, given: Partial<CardView> = {}): CardView => ({
  key: `theme:${idOf(n)}`,
  jam,
  theme: { id: idOf(n), name: 'Approvals on weekends', followed: n % 3 === 0 },
  line: '+41 people, 6 hubs, 2 languages since Tue, 24 Mar, 14:10',
  quote: quote(n),
  build: quote(n + 500, { sentence: 'We tried this for a month: answers went from two days to three hours.' }),
  objection: quote(n + 900, { sentence: 'Nobody is liable when three people are.' }),
  why: ['Section: What people talk about', 'People with something new: 41'],
  ...given,
})

const asked = card(1, { key: 'reply:1', theme: null, line: 'A question to you', build: null, objection: null })
const phase = card(2, {
  key: 'ends:2',
  theme: null,
  line: 'Ends soon: Discussion, on Fri, 18:00',
  quote: null,
  build: null,
  objection: null,
})

function view(cards: number, given: Partial<CatchUpView> = {}): CatchUpView {
  const filled: Record<string, CardView[]> = {
    'to-you': [asked],
    clocks: [phase],
    rising: Array.from({ length: cards }, (_, n) => card(n + 10)),
  }
  const sections = SECTIONS.map(({ key }) => ({
    key,
    cards: cards === 0 ? [] : (filled[key] ?? []),
    left: key === 'rising' ? cards : 0,
  }))
  const remainders = Array.from({ length: cards * 4 }, (_, n) => ({
    jamId: jam.id,
    themeId: idOf(n + 10),
    name: `Theme ${n}`,
    said: n + 1,
  }))
  return {
    ...{
      minutes: 10,
      since: 'seen',
      kept: true,
      words: 2_200,
      used: 1_900,
      sections,
      remainders,
      jams: [jam],
      cursor: 1,
    },
    ...{
      shown: { themes: cards, said: cards * 3 },
      of: { themes: 61, said: 2_118 },
      readAt: '2027-03-24T13:10:00.000Z',
    },
    ...given,
  }
}

const choice: ChoiceView = {
  minutes: 10,
  digest: true,
  digestHour: 8,
  quietFrom: 20,
  quietTo: 7,
  bridges: true,
  feed: false,
}
const shown = (children: React.ReactNode) => (
  <StoryAnswers known={[[['GET /api/follows', {}], { follows: [] }]]}>{children}</StoryAnswers>
)

export const stories: Story[] = [
  {
    name: 'CatchUp',
    states: {
      some: () => shown(<CatchUp view={view(2)} />),
      empty: () => shown(<CatchUp view={view(0, { shown: { themes: 0, said: 0 }, of: { themes: 0, said: 0 } })} />),
      'without a reading history': () => shown(<CatchUp view={view(1, { kept: false })} />),
      'very full': () => shown(<CatchUp view={view(30)} />),
    },
  },
  {
    name: 'Follows',
    states: {
      empty: () => shown(<Follows follows={[]} />),
      some: () =>
        shown(
          <Follows
            follows={[
              { kind: 'theme', target: idOf(1), name: 'Approvals on weekends', jamId: jam.id },
              { kind: 'word', target: 'travel', name: 'travel', jamId: null },
            ]}
          />,
        ),
    },
  },
  {
    name: 'BridgesChoice',
    states: {
      on: () => shown(<Bridges choice={choice} />),
      off: () => shown(<Bridges choice={{ ...choice, bridges: false }} />),
    },
  },
  {
    name: 'HowToTell',
    states: {
      'no feed': () => shown(<HowToTell choice={choice} />),
      'with a feed': () => shown(<HowToTell choice={{ ...choice, digest: false, feed: true }} />),
    },
  },
]
