import './search.css'
import type { Story } from '../../web-kit/index.ts'
import type { Found, SearchView } from '../contract.ts'
import { Results } from './Results.tsx'

const idOf = (n: number) => `01a23000-0000-7000-8000-${String(n).padStart(12, '0')}`
const plain = (text: string) => ({ text, found: false })
const hit = (text: string) => ({ text, found: true })
const one = (n: number, change: Partial<Found> = {}): Found => ({
  ...{ id: idOf(n), threadId: idOf(n), kind: 'contribution', language: 'en', replies: 3, forum: 'Everyday' },
  place: { kind: 'jam', id: idOf(1), title: 'Values' },
  author: { id: idOf(2), name: 'Mara Member', hub: 'North', guest: false },
  title: [hit('Approvals'), plain(' wait for one person only')],
  excerpt: [plain('… we lost a '), hit('weekend'), plain(' because nobody else could sign …')],
  postedAt: new Date(Date.now() - 7_200_000).toISOString(),
  ...change,
})
const page = (change: Partial<SearchView> = {}): SearchView => ({
  asked: true,
  found: [],
  next: null,
  within: null,
  ...change,
})
const long = 'averyveryverylongwordwithoutanyplacetobreak'.repeat(4)
const full = [
  one(3),
  one(4, {
    threadId: idOf(3),
    kind: 'objection',
    title: null,
    excerpt: [plain('Not every '), hit('approval'), plain(' waits.')],
  }),
  one(5, { author: null, forum: null, place: { kind: 'promise', id: idOf(9), title: 'Values' }, excerpt: [] }),
  one(6, { title: [hit(long)], excerpt: [plain(long)], language: 'zh' }),
]
const results = (pages: readonly SearchView[] | undefined, change: { isOld?: boolean; isComing?: boolean } = {}) => (
  <Results pages={pages} isOld={false} isComing={false} {...change} />
)

export const stories: readonly Story[] = [
  {
    name: 'Results',
    states: {
      'nothing asked': () => results(undefined),
      loading: () => results(undefined, { isComing: true }),
      found: () => results([page({ found: full })]),
      'more there': () => results([page({ found: full, next: 'x' })]),
      'by other words': () => results([page({ found: full })], { isOld: true }),
      nothing: () => results([page()]),
      'nothing in this jam': () => results([page({ within: { id: idOf(1), title: 'Values' } })]),
      'nothing that could be found': () => results([page({ asked: false })]),
    },
  },
]
