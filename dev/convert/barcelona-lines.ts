import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { v5 } from 'uuid'
import type {
  ContributionLine,
  ForumLine,
  HubLine,
  JamLine,
  Line,
  PersonLine,
  VoteLine,
} from '../../src/jams/rules/jam-format.ts'

type Proposal = {
  id: number
  author: string | null
  created_at: string
  title: string
  text: string
  category: string
  district: string | null
}
type Comment = {
  id: number
  proposal_id: number
  parent_id: number | null
  author: string
  created_at: string
  alignment: -1 | 0 | 1 | null
  text: string
}

/** `phase` discuss makes a jam that accepts writing until its hosts close it; `votes` is how many seeded votes to add. */
export type BarcelonaOptions = { phase: 'discuss' | 'archive'; votes: number; seed: number }

const NAMESPACE = 'a1a0cf0e-6e0c-5d6c-9a4c-0d2d0b6b7a16'
const idOf = (what: string, key: string | number) => v5(`decidim-barcelona-2016 ${what} ${key}`, NAMESPACE)
const cityId = idOf('hub', 'Barcelona')
const instantOf = (local: string) => `${local}.000Z`

function rowsOf<T>(folder: string, name: string): T[] {
  const text = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString()
  return text
    .trimEnd()
    .split('\n')
    .map((line): T => JSON.parse(line))
}

/**
 * The participation of Barcelona in 2016 (folder decidim-barcelona-2016 of the data sets) as the lines of a jam file: the
 * city and its ten districts as hubs, five subjects as forums, proposals as contributions, comments as replies.
 * Proposals of meetings have no author; votes, likes and dislikes are counts without voters and are left out. A person's
 * hub is the district that most of what they wrote is about. Languages are left to the import.
 */
export function* barcelonaLines(datasets: string, options: BarcelonaOptions): Generator<Line> {
  const folder = join(datasets, 'decidim-barcelona-2016')
  const proposals = rowsOf<Proposal>(folder, 'proposals').toSorted((a, b) => a.id - b.id)
  const comments = rowsOf<Comment>(folder, 'comments').toSorted(
    (a, b) => (a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0) || a.id - b.id,
  )
  const hubs = hubLines(proposals)
  const people = personLines(proposals, comments)
  yield jamLine(hubs, options.phase)
  yield* hubs
  yield* people
  yield* forumLines(proposals)
  const written: string[] = []
  for (const line of contributionLines(proposals, comments)) {
    written.push(line.id)
    yield line
  }
  yield* seededVotes({ people, written, ...options })
}

function jamLine(hubs: HubLine[], phase: BarcelonaOptions['phase']): JamLine {
  const open = '2016-01-22T00:00:00.000Z'
  const close = phase === 'archive' ? '2016-09-23T00:00:00.000Z' : null
  return {
    type: 'jam',
    format: 1,
    id: idOf('jam', phase),
    title: 'Barcelona 2016: quina ciutat volem?',
    question: 'Quines actuacions ha de recollir el pla municipal dels propers quatre anys?',
    hub: cityId,
    audience: { hubs: hubs.map(({ id }) => id).sort(), guests: true },
    lobby: 'members',
    promise: {
      decides: 'Ajuntament de Barcelona',
      by: '2016-12-31',
      text: 'Cada proposta rep una resposta: acceptada o rebutjada.',
    },
    phase,
    dates: { opensAt: open, rateAt: null, closesAt: close, archiveAt: close },
    openedAt: open,
    closedAt: close,
    hosts: [],
    changes: [{ at: open, kind: 'opened', phase: 'discuss', until: close, reason: null, by: null }],
  }
}

function hubLines(proposals: Proposal[]): HubLine[] {
  const place = { locales: ['ca', 'es'], timeZone: 'Europe/Madrid' }
  const districts = [...new Set(proposals.flatMap(({ district }) => district ?? []))]
  return [
    { type: 'hub', id: cityId, parent: null, name: 'Barcelona', ...place },
    ...byId(districts.map((name): HubLine => ({ type: 'hub', id: idOf('hub', name), parent: cityId, name, ...place }))),
  ]
}

function byId<T extends { id: string }>(lines: T[]): T[] {
  return lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function personLines(proposals: Proposal[], comments: Comment[]): PersonLine[] {
  const districtOf = new Map(proposals.map(({ id, district }) => [id, district]))
  const about = new Map<string, (string | null)[]>()
  const note = (author: string | null, district: string | null) => {
    if (author !== null) about.set(author, [...(about.get(author) ?? []), district])
  }
  for (const { author, district } of proposals) note(author, district)
  for (const { author, proposal_id } of comments) note(author, districtOf.get(proposal_id) ?? null)
  return byId(
    [...about].map(([author, districts]) => {
      const district = mostFrequent(districts)
      const hub = district === null ? cityId : idOf('hub', district)
      return { type: 'person', id: idOf('person', author), name: author, hub, guest: false }
    }),
  )
}

function mostFrequent(districts: (string | null)[]): string | null {
  const counts = Map.groupBy(districts, (district) => district)
  const sorted = [...counts].toSorted(([a, x], [b, y]) => y.length - x.length || String(a).localeCompare(String(b)))
  return sorted[0]?.[0] ?? null
}

function forumLines(proposals: Proposal[]): ForumLine[] {
  const categories = [...new Set(proposals.map(({ category }) => category))].toSorted()
  return categories.map((title, position) => ({
    type: 'forum',
    id: idOf('forum', title),
    title,
    question: `Què cal fer a la ciutat? (${title})`,
    position,
    hosts: [],
  }))
}

function* contributionLines(proposals: Proposal[], comments: Comment[]): Generator<ContributionLine> {
  const byProposal = Map.groupBy(comments, (comment) => comment.proposal_id)
  for (const proposal of proposals) {
    const root = proposalLine(proposal)
    yield root
    const own = byProposal.get(proposal.id) ?? []
    const known = new Set(own.map(({ id }) => id))
    for (const [at, comment] of own.entries()) yield commentLine(comment, { root, number: at + 1, known })
  }
}

const unchanged = { language: null, seed: false, version: 1, editedAt: null, retractedAt: null }

function proposalLine(proposal: Proposal): ContributionLine {
  return {
    type: 'contribution',
    id: idOf('proposal', proposal.id),
    forum: idOf('forum', proposal.category),
    parent: null,
    number: 0,
    kind: 'contribution',
    author: proposal.author === null ? null : idOf('person', proposal.author),
    title: proposal.title.trim(),
    body: proposal.text,
    postedAt: instantOf(proposal.created_at),
    ...unchanged,
  }
}

type Place = { root: ContributionLine; number: number; known: ReadonlySet<number> }

/** Only comments on the proposal itself take a side; one answers a comment that is not in the data, and so the proposal. */
function commentLine(comment: Comment, { root, number, known }: Place): ContributionLine {
  const { parent_id: parent } = comment
  return {
    type: 'contribution',
    id: idOf('comment', comment.id),
    forum: root.forum,
    parent: parent !== null && known.has(parent) ? idOf('comment', parent) : root.id,
    number,
    kind: comment.alignment === -1 ? 'objection' : comment.alignment === 1 ? 'build' : 'plain',
    author: idOf('person', comment.author),
    title: null,
    body: comment.text,
    postedAt: instantOf(comment.created_at),
    ...unchanged,
  }
}

type Voting = BarcelonaOptions & { people: PersonLine[]; written: string[] }

/** Votes for benchmarks, the same for the same seed: nobody cast them. Each person votes once on a contribution. */
function* seededVotes({ people, written, votes, seed }: Voting): Generator<VoteLine> {
  const random = randomFrom(seed)
  const chosen = new Set<number>()
  const most = Math.min(votes, people.length * written.length)
  while (chosen.size < most) chosen.add(Math.floor(random() * people.length * written.length))
  const pairs = [...chosen].map((pair) => ({
    contribution: written[Math.floor(pair / people.length)] ?? '',
    person: people[pair % people.length]?.id ?? '',
  }))
  const sorted = pairs.toSorted((a, b) => (`${a.contribution}${a.person}` < `${b.contribution}${b.person}` ? -1 : 1))
  for (const pair of sorted) {
    const dice = random()
    const value = dice < 0.7 ? 'agree' : dice < 0.9 ? 'disagree' : 'pass'
    yield { type: 'vote', ...pair, value, at: '2016-09-22T12:00:00.000Z' }
  }
}

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
