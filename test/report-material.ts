import { arrangeResults } from '../src/rating/rules/arrange-results.ts'
import { measureIdeas, rankIdeas } from '../src/rating/rules/rank-ideas.ts'
import type { Corpus, CountedTallies, MadeIdea, Written } from '../src/reports/rules/corpus.ts'
import type { Material } from '../src/reports/rules/material.ts'
import type { Vote } from '../src/reports/rules/report.ts'
import { plantTexts } from './planted-texts.ts'

/** Numbers that look like ids, in their order. */
export function idOf(kind: number, n: number): string {
  return `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`
}

export type Planted = {
  /** People of each large theme; the last theme is a small voice of `small` people of one hub. */
  readonly themes?: number
  readonly each?: number
  readonly small?: number
  readonly hubs?: number
  /** Everybody votes on eight more contributions: of one mind on the first, in two camps on the others. */
  readonly camps?: boolean
}

const MADE = '2026-03-04T12:00:00.000Z'
const at = (n: number): string => new Date(Date.UTC(2026, 2, 1, 8, n * 3)).toISOString()
const languages = ['en', 'de', 'pl'] as const

/** A jam of several themes, in which everybody writes once, some reply, and all vote. */
export function plantMaterial({ themes = 9, each = 24, small = 6, hubs = 5, camps }: Planted = {}): Material {
  const people: Material['people'][number][] = []
  const written: Written[] = []
  const votes: Vote[] = []
  const made: Material['themes'][number][] = []
  const longest = Math.max(each, small)
  const texts = plantTexts({ subjects: themes + 1, each: longest }).entries
  const person = (hub: number) => {
    const id = idOf(1, people.length)
    people.push({ id, hub: idOf(2, hub), guest: people.length % 40 === 39 })
    return id
  }
  const write = (more: Partial<Written> & Pick<Written, 'author' | 'body'>): Written => {
    const id = idOf(3, written.length)
    const one: Written = {
      ...{
        id,
        root: id,
        parent: null,
        kind: 'contribution',
        language: 'en',
        seed: false,
        version: 1,
        retractedAt: null,
      },
      ...{ title: null, postedAt: at(written.length), ...more },
    }
    written.push(one)
    return one
  }
  for (let theme = 0; theme <= themes; theme++) {
    const size = theme === themes ? small : each - theme
    const ideas: Written[] = []
    for (let n = 0; n < size; n++) {
      const hub = theme === themes ? hubs - 1 : n % hubs
      const title = `${texts[n * (themes + 1) + theme]?.text ?? ''} — ünïcode 漢字 𝒙 ${n}`.slice(-240)
      const language = theme === 3 && n % 4 > 0 ? 'de' : theme === 5 && n === 0 ? 'pl' : languages[0]
      ideas.push(write({ author: person(hub), title, body: `More about it. It is number ${n}.`, language }))
    }
    for (const [n, idea] of ideas.entries()) {
      const reply = { root: idea.id, parent: idea.id, language: idea.language }
      const author = ideas[(n + 1) % ideas.length]?.author ?? null
      const kind = ['build', 'objection', 'question', 'plain'][n % (theme === 2 ? 2 : 4)] ?? 'plain'
      write({
        ...reply,
        kind,
        author,
        body: `First words of a reply that says ${kind} to idea ${n} of ${theme}. And more.`,
      })
    }
    const parts = ['first part', 'second part']
    made.push({
      ...{ id: idOf(4, theme), name: theme === 0 ? 'The largest' : null, label: `label ${theme}` },
      voices: ideas.slice(0, 3).map(({ id, title }) => ({ id, sentence: title ?? '' })),
      ideas: ideas.slice(0, theme === 1 ? -2 : undefined).map(({ id }, n) => ({ id, part: parts[n % 3] ?? null })),
    })
  }
  for (const [n, { id }] of people.entries()) {
    for (let k = 0; k < 6; k++) {
      const contribution = written[(n * 7 + k * 31) % written.length]?.id
      const value = (n + k) % 4 === 3 ? 'disagree' : 'agree'
      if (contribution) votes.push({ person: id, contribution, value })
    }
  }
  const roots = written.filter(({ parent }) => parent === null)
  if (camps) votes.push(...inCamps(people, roots))
  const ideas = plantIdeas(written)
  return {
    edition: { number: 1, kind: 'closing', madeAt: MADE },
    jam: {
      ...{ id: idOf(5, 0), title: 'Fewer approvals', question: 'What should we stop doing?', hub: 'Core' },
      ...{ timeZone: 'Europe/Vienna', openedAt: at(0), closedAt: MADE },
      promise: { decides: 'The board', by: '2026-06-01', text: 'Every headline theme is answered.' },
    },
    written,
    people,
    hubs: Array.from({ length: hubs + 1 }, (_, n) => ({ id: idOf(2, n), name: `Hub ${n}`, invited: 60 })),
    invited: 60 * (hubs + 1),
    votes,
    themes: made,
    folds: [
      { ids: roots.slice(0, 3).map(({ id }) => id), campaign: false },
      { ids: roots.slice(3, 5).map(({ id }) => id), campaign: true },
    ],
    families: made.length > 5 ? [{ themes: [idOf(4, 3), idOf(4, 2)] }] : [],
    opinions: {
      ...{
        counted: 100,
        groups: [
          { group: 'A', people: 60 },
          { group: 'B', people: 33 },
        ],
        hidden: 7,
      },
      common: [opinion(written[0]?.id ?? '', 0.8, 0.7)],
      splits: [opinion(written[4]?.id ?? '', 0.8, 0.2)],
    },
    voices: [
      { reason: 'pocket', theme: null, people: 7, group: 'Hub 1', ids: written.slice(8, 10).map(({ id }) => id) },
    ],
    meetings: [
      { people: 14, at: at(30), contributions: [] },
      { people: null, at: at(31), contributions: [] },
    ],
    polls: plantPolls(made[0]?.id ?? '', roots[0]?.id ?? ''),
    ideas,
    rating: plantRating(ideas),
    exposure: written.filter(({ parent }) => parent === null).map(({ id }, n) => ({ id, people: n % 30 })),
    log: [{ at: at(10), what: 'merged', name: 'label 1', contributions: 4, reason: null }],
    edits: [],
    reviews: {},
  }
}

const STATEMENTS = 8

function inCamps(people: Material['people'], roots: readonly Written[]): Vote[] {
  return people.flatMap(({ id: person }, n) =>
    roots.slice(0, STATEMENTS).map(({ id: contribution }, at): Vote => {
      return { person, contribution, value: at === 0 || n % 2 === at % 2 ? 'agree' : 'disagree' }
    }),
  )
}

/** One about a theme, one in a thread that too few answered, one about a theme that is gone. */
function plantPolls(theme: string, thread: string): Material['polls'] {
  const asked = {
    question: 'Which first?',
    options: ['Approvals', 'Forms', 'Meetings'],
    endedAt: at(20),
    countedAt: at(20),
  }
  const row = (option: number, votes: number | null) => ({ option, rank: votes === null ? null : option + 1, votes })
  const result = { people: 31, options: [row(0, 20), row(1, null), row(2, null)] }
  return [
    { id: idOf(6, 0), place: 'theme', of: theme, kind: 'single', ...asked, result },
    { id: idOf(6, 1), place: 'thread', of: thread, kind: 'several', ...asked, result: null },
    { id: idOf(6, 2), place: 'theme', of: idOf(6, 9), kind: 'ranked', ...asked, result },
  ]
}

/** One idea of each of the first contributions, in each theme some; one more was merged into the first. */
function plantIdeas(written: readonly Written[]): MadeIdea[] {
  const roots = written.filter(({ parent }) => parent === null)
  const from = roots.filter((_, n) => n % 9 === 0).slice(0, 20)
  const idea = (n: number, contribution: string, more: Partial<MadeIdea> = {}): MadeIdea => ({
    ...{ id: idOf(7, n), sentence: `We try what stands in contribution ${n} <of> all.`, language: 'en' },
    ...{ mergedInto: null, withdrawnAt: null, by: idOf(1, 0), sources: [{ contribution, consent: 'given' }], ...more },
  })
  const merged = idea(90, roots[1]?.id ?? '', { mergedInto: idOf(7, 0) })
  return [...from.map(({ id }, n) => idea(n, id)), ...(from.length > 0 ? [merged] : [])]
}

const RATERS = 40

/** Each idea is rated by 12 to 17 of 40 people, the last one by three: a file has no line of that. */
function talliesOf(ideas: readonly MadeIdea[], withFew = false): CountedTallies {
  const standing = ideas.filter(({ mergedInto }) => mergedInto === null)
  const tallies = standing.flatMap(({ id }, n) => {
    if (n === standing.length - 1 && n > 0) {
      return withFew ? [{ idea: id, impact: 5, feasibility: 5, helps: true, people: 3 }] : []
    }
    return [
      { idea: id, impact: 1 + (n % 5), feasibility: 5, helps: true, people: 7 },
      { idea: id, impact: 3, feasibility: 1 + (n % 4), helps: false, people: 5 + (n % 6) },
    ]
  })
  return { people: RATERS, countedAt: MADE, tallies, pairs: [] }
}

/** What the page of results shows of it. */
function plantRating(ideas: readonly MadeIdea[]): Material['rating'] {
  const { tallies, countedAt, people, pairs } = talliesOf(ideas, true)
  if (tallies.length === 0) return undefined
  const by = [...Map.groupBy(tallies, ({ idea }) => idea)].map(([idea, own]) => ({ idea, tallies: own }))
  const ranked = rankIdeas(measureIdeas(by, people), pairs)
  const results = arrangeResults(ranked, { groups: new Map(), hubs: new Map() })
  return { countedAt, people, simulated: null, results }
}

function opinion(id: string, a: number, b: number) {
  const figures = { share: (a + b) / 2, low: 0.4, high: 0.9, votes: 90 }
  const groups = [
    { group: 'A', agree: a, disagree: 1 - a, votes: 50 },
    { group: 'B', agree: b, disagree: 1 - b, votes: 40 },
  ]
  return { id, ...figures, groups }
}

/** What the verifier holds a report against. */
export function corpusOf({ written, votes, polls, meetings, ideas, rating }: Material): Corpus {
  return {
    ...{ written: new Map(written.map((one) => [one.id, one])), earlier: new Map(), votes, polls, meetings, ideas },
    rating: rating ? talliesOf(ideas) : null,
  }
}
