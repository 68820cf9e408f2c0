import { BadLine, type EditionLine, type Line, parseLine, readJamFile } from '../jams/index.ts'
import type { CountedPoll, CountedTallies, HeldMeeting, MadeIdea, Written } from './rules/corpus.ts'
import type { Vote } from './rules/report.ts'
import type { CorpusRows } from './worker/asked.ts'

export type ExportedEdition = Pick<EditionLine, 'number' | 'kind' | 'madeAt'> & { readonly model: string }
export type ReadExport = { readonly corpus: CorpusRows; readonly editions: readonly ExportedEdition[] }

type Reading = {
  readonly written: Written[]
  readonly roots: Map<string, string>
  readonly earlier: CorpusRows['earlier'][number][]
  readonly votes: Vote[]
  readonly polls: CountedPoll[]
  readonly meetings: HeldMeeting[]
  readonly ideas: MadeIdea[]
  readonly tallies: CountedTallies['tallies'][number][]
  readonly pairs: CountedTallies['pairs'][number][]
  rating: Omit<CountedTallies, 'tallies' | 'pairs'> | null
  readonly editions: Map<string, { line: EditionLine; pieces: string[] }>
}

/** Everything a report needs of a jam's file. Throws BadLine for the first line that cannot be taken. */
export async function readExport(lines: AsyncIterable<string>): Promise<ReadExport> {
  const reading: Reading = {
    ...{ written: [], roots: new Map(), earlier: [], votes: [], polls: [], meetings: [], editions: new Map() },
    ...{ ideas: [], tallies: [], pairs: [], rating: null },
  }
  const file = readJamFile()
  let number = 0
  for await (const text of lines) {
    number++
    const line = parseLine(text, number)
    const problem = file.check(line)
    if (problem !== undefined) throw new BadLine(number, problem)
    take(reading, line)
    takeRated(reading, line)
  }
  const problem = file.end()
  if (problem !== undefined) throw new BadLine(Math.max(1, number), problem)
  const { written, earlier, votes, polls, meetings, ideas, tallies, pairs, editions } = reading
  const rating = reading.rating && { ...reading.rating, tallies, pairs }
  const read = [...editions.values()].map(({ line, pieces }) => ({ ...line, model: pieces.join('') }))
  return { corpus: { written, earlier, votes, polls, meetings, ideas, rating }, editions: read }
}

function take(reading: Reading, line: Line): void {
  const { written, roots, earlier, votes, polls, meetings, editions } = reading
  if (line.type === 'contribution') {
    const root = (line.parent === null ? undefined : roots.get(line.parent)) ?? line.id
    roots.set(line.id, root)
    const { id, parent, kind, title, body, language, seed, version, author, postedAt, retractedAt } = line
    const spoken = language ?? 'und'
    written.push({
      id,
      root,
      parent,
      kind,
      title,
      body,
      language: spoken,
      seed,
      version,
      author,
      postedAt,
      retractedAt,
    })
  }
  if (line.type === 'version') earlier.push({ ...line, id: line.contribution })
  if (line.type === 'meeting') meetings.push(line)
  if (line.type === 'vote') votes.push({ person: line.person, contribution: line.contribution, value: line.value })
  if (line.type === 'poll' && line.endedAt !== null && line.countedAt !== null)
    polls.push({ ...line, endedAt: line.endedAt, countedAt: line.countedAt })
  if (line.type === 'edition') editions.set(line.id, { line, pieces: [] })
  if (line.type === 'piece') editions.get(line.edition)?.pieces.push(line.text)
}

function takeRated(reading: Reading, line: Line): void {
  if (line.type === 'idea') reading.ideas.push(line)
  if (line.type === 'rating') reading.rating = line
  if (line.type === 'idea-rating') reading.tallies.push(line)
  if (line.type === 'idea-pair') reading.pairs.push(line)
}
