import { findIdeaLines, findIdeaPairLines, findIdeaRatingLines, findRatingLines } from '../jams/index.ts'
import type { Tx } from '../platform/index.ts'
import { type AnswerRow, findAnswers } from '../promises/index.ts'
import { findCountedRating } from '../rating/index.ts'
import type { Material } from './rules/material.ts'
import type { EditionKind } from './rules/report.ts'
import {
  findEarlierVersions,
  findExposure,
  findFamilies,
  findFolds,
  findJam,
  findLog,
  findMeetings,
  findOpinions,
  findPolls,
  findPopulation,
  findThemes,
  findVoices,
  findVotes,
  findWritten,
} from './store/gather.ts'
import { findEdits, findReviews } from './store/reviews.ts'
import type { CorpusRows } from './worker/asked.ts'

/** What was written and voted, as it is now. The transaction must be a snapshot. */
export async function gatherCorpus(tx: Tx, jamId: string): Promise<CorpusRows> {
  const written = await findWritten(tx, jamId)
  const earlier = await findEarlierVersions(tx, jamId)
  const votes = await findVotes(tx, jamId)
  const polls = await findPolls(tx, jamId)
  const meetings = await findMeetings(tx, jamId)
  return {
    written,
    earlier,
    votes,
    polls,
    meetings,
    ideas: await findIdeaLines(tx, jamId),
    rating: await ratingOf(tx, jamId),
  }
}

/** What came out of rating, as the jam's file tells it: nothing as long as it is not counted. */
async function ratingOf(tx: Tx, jamId: string): Promise<CorpusRows['rating']> {
  const [rating] = await findRatingLines(tx, jamId)
  if (!rating) return null
  const tallies = await findIdeaRatingLines(tx, jamId)
  return { ...rating, tallies, pairs: await findIdeaPairLines(tx, jamId) }
}

/** A kept place says something in its author's own words: these are put in like every quote, when the edition is set. */
function withoutWords(answers: readonly AnswerRow[], { ideas }: CorpusRows): AnswerRow[] {
  const kept = new Set(ideas.flatMap(({ id, by }) => (by === null ? id : [])))
  return answers.map((one) => (one.kind === 'idea' && kept.has(one.id) ? { ...one, name: '' } : one))
}

async function materialRating(tx: Tx, jamId: string, corpus: CorpusRows): Promise<Material['rating']> {
  const counted = await findCountedRating(tx, jamId)
  return counted && { ...counted, simulated: corpus.rating?.simulated ?? null }
}

/** Everything that an edition is made of; undefined when there is no such jam. Reviews count in a reviewed edition alone. */
export async function gatherMaterial(
  tx: Tx,
  given: { jamId: string; kind: EditionKind; number: number; address: string },
): Promise<{ material: Material; corpus: CorpusRows } | undefined> {
  const { jamId, kind, number, address } = given
  const row = await findJam(tx, jamId)
  if (!row) return undefined
  const { phase: _phase, ...jam } = row
  const corpus = await gatherCorpus(tx, jamId)
  const isAnswered = kind === 'answered' || kind === 'ninety-days'
  const isReviewed = kind === 'reviewed' || isAnswered
  const material: Material = {
    edition: { number, kind, madeAt: tx.now.toISOString(), address },
    jam,
    ...{ written: corpus.written, votes: corpus.votes, polls: corpus.polls, meetings: corpus.meetings },
    ...{ ideas: corpus.ideas, rating: await materialRating(tx, jamId, corpus) },
    ...(await findPopulation(tx, jamId)),
    themes: await findThemes(tx, jamId),
    folds: await findFolds(tx, jamId),
    families: await findFamilies(tx, jamId),
    opinions: await findOpinions(tx, jamId),
    voices: await findVoices(tx, jamId),
    exposure: await findExposure(tx, jamId),
    log: await findLog(tx, jamId),
    edits: isReviewed ? await findEdits(tx, jamId) : [],
    ...(isAnswered && { answers: withoutWords(await findAnswers(tx, jamId), corpus) }),
    reviews: isReviewed ? await findReviews(tx, jamId) : {},
  }
  return { material, corpus }
}
