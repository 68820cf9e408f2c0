import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { notFound } from '../kernel/index.ts'
import type { Database, Tx } from '../platform/index.ts'
import { csvHead, csvLine } from './rules/jam-csv.ts'
import type { Line, LineType } from './rules/jam-format.ts'
import { formatLine } from './rules/jam-lines.ts'
import { disguise, mergePeople, type Pseudonyms, unnamed } from './rules/pseudonyms.ts'
import { findLedgerLines, findMatterLines, findPromiseLines } from './store/answers.ts'
import {
  findEditionLines,
  findForumLines,
  findHubLines,
  findJamLine,
  findVoters,
  streamActs,
  streamContributions,
  streamNear,
  streamPeople,
  streamPieces,
  streamVersions,
  streamVotes,
} from './store/export.ts'
import { findIdeaLines, findIdeaPairLines, findIdeaRatingLines, findRatingLines } from './store/export-ideas.ts'
import { findMeetingLines } from './store/meetings.ts'
import { findPollLines } from './store/polls.ts'
import { findThemeLines, findThemePlaceLines } from './store/themes.ts'

/** `format` csv holds one type of object alone. `votes` plain names who voted: for the operator's command line only. */
export type ExportJam = {
  readonly jamId: string
  readonly votes: 'pseudonymous' | 'plain'
  readonly format: { readonly of: 'jsonl' } | { readonly of: 'csv'; readonly type: LineType }
}

/** Takes the next piece of the file; resolves when there is room for more. */
export type Write = (chunk: string) => Promise<void>

/** Pieces of about this many UTF-16 code units are written at once. */
const CHUNK = 32_768

/**
 * Writes everything of a jam as it is at one instant, with bounded memory; whoever calls has decided that the asker may.
 * Runs as the operator, since votes are nobody else's to read. Throws notFound for an unknown jam before anything is
 * written. An export is never begun twice into one file.
 */
export async function exportJam(database: Database, input: ExportJam, write: Write): Promise<void> {
  let begun = false
  const work = async (tx: Tx): Promise<void> => {
    if (begun) throw new Error('the database gave up in the middle of an export')
    const lines = linesOf(tx, input)
    let chunk = input.format.of === 'csv' ? csvHead(input.format.type) : ''
    for await (const line of lines) {
      begun = true
      chunk += input.format.of === 'csv' ? csvLine(line) : formatLine(line)
      if (chunk.length < CHUNK) continue
      await write(chunk)
      chunk = ''
    }
    await write(chunk)
  }
  await database.transaction({ role: 'jobs' }, work, { readOnly: true, snapshot: true, patient: true })
}

async function* linesOf(tx: Tx, { jamId, votes, format }: ExportJam): AsyncGenerator<Line> {
  const jam = await findJamLine(tx, jamId)
  if (!jam) throw notFound()
  const pseudonyms = votes === 'plain' ? undefined : pseudonymsOfOneExport()
  const sections = sectionsOf(tx, { jamId, pseudonyms })
  if (format.of === 'csv') {
    if (format.type === 'jam') yield jam
    else yield* sections[format.type]()
    return
  }
  yield jam
  for (const section of Object.values(sections)) yield* section()
}

type Exporting = { readonly jamId: string; readonly pseudonyms: Pseudonyms | undefined }

/** In the order of the file. */
function sectionsOf(
  tx: Tx,
  { jamId, pseudonyms }: Exporting,
): Record<Exclude<LineType, 'jam'>, () => AsyncGenerator<Line>> {
  const later = (find: () => Promise<Line[]>) =>
    async function* (): AsyncGenerator<Line> {
      yield* await find()
    }
  return {
    hub: later(() => findHubLines(tx, jamId)),
    person: () => peopleOf(tx, { jamId, pseudonyms }),
    forum: later(() => findForumLines(tx, jamId)),
    contribution: () => streamContributions(tx, jamId),
    meeting: later(() => findMeetingLines(tx, jamId)),
    version: () => streamVersions(tx, jamId),
    vote: () => (pseudonyms ? disguise(streamVotes(tx, jamId), pseudonyms) : streamVotes(tx, jamId)),
    'near-duplicate': () => streamNear(tx, jamId),
    'fold-act': () => streamActs(tx, jamId),
    idea: later(() => findIdeaLines(tx, jamId)),
    rating: later(() => findRatingLines(tx, jamId)),
    'idea-rating': later(() => findIdeaRatingLines(tx, jamId)),
    'idea-pair': later(() => findIdeaPairLines(tx, jamId)),
    theme: later(() => findThemeLines(tx, jamId)),
    'theme-place': later(() => findThemePlaceLines(tx, jamId)),
    poll: later(() => findPollLines(tx, jamId)),
    ledger: later(() => findLedgerLines(tx, jamId)),
    matter: later(() => findMatterLines(tx, jamId)),
    promise: later(() => findPromiseLines(tx, jamId)),
    edition: later(() => findEditionLines(tx, jamId)),
    piece: () => streamPieces(tx, jamId),
  }
}

async function* peopleOf(tx: Tx, { jamId, pseudonyms }: Exporting): AsyncGenerator<Line> {
  if (!pseudonyms) return yield* streamPeople(tx, jamId, { voters: true })
  const voters = (await findVoters(tx, jamId)).map(pseudonyms).toSorted().map(unnamed)
  yield* mergePeople(streamPeople(tx, jamId, { voters: false }), voters)
}

/** A key that is forgotten with the export: two exports cannot be laid side by side, and no key leads back to a person. */
function pseudonymsOfOneExport(): Pseudonyms {
  const key = createSecretKey(randomBytes(32))
  return (personId) => {
    const hash = createHmac('sha256', key).update(personId).digest('hex')
    const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 3) | 8).toString(16)
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
  }
}
