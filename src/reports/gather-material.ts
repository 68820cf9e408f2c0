import type { Tx } from '../platform/index.ts'
import { findAnswers } from '../promises/index.ts'
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
  return { written, earlier, votes, polls: await findPolls(tx, jamId), meetings: await findMeetings(tx, jamId) }
}

/** Everything that an edition is made of; undefined when there is no such jam. Reviews count in a reviewed edition alone. */
export async function gatherMaterial(
  tx: Tx,
  given: { jamId: string; kind: EditionKind; number: number },
): Promise<{ material: Material; corpus: CorpusRows } | undefined> {
  const { jamId, kind, number } = given
  const row = await findJam(tx, jamId)
  if (!row) return undefined
  const { phase: _phase, ...jam } = row
  const corpus = await gatherCorpus(tx, jamId)
  const isAnswered = kind === 'answered' || kind === 'ninety-days'
  const isReviewed = kind === 'reviewed' || isAnswered
  const material: Material = {
    edition: { number, kind, madeAt: tx.now.toISOString() },
    jam,
    ...{ written: corpus.written, votes: corpus.votes, polls: corpus.polls, meetings: corpus.meetings },
    ...(await findPopulation(tx, jamId)),
    themes: await findThemes(tx, jamId),
    folds: await findFolds(tx, jamId),
    families: await findFamilies(tx, jamId),
    opinions: await findOpinions(tx, jamId),
    voices: await findVoices(tx, jamId),
    exposure: await findExposure(tx, jamId),
    log: await findLog(tx, jamId),
    edits: isReviewed ? await findEdits(tx, jamId) : [],
    ...(isAnswered && { answers: await findAnswers(tx, jamId) }),
    reviews: isReviewed ? await findReviews(tx, jamId) : {},
  }
  return { material, corpus }
}
