import { detectLanguage } from '../analysis/index.ts'
import { IDEA_LINEAGE_MAX, IDEA_MERGED_MAX } from '../jams/contract.ts'
import { jamFor } from '../jams/index.ts'
import { ensure, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import { IDEAS_MAX, SENTENCE_MAX, SENTENCE_MIN } from './contract.ts'
import { ideaToChange } from './idea-to-change.ts'
import { mayMakeIdea } from './rules/may.ts'
import { readSentence } from './rules/sentence.ts'
import {
  countIdeas,
  findSourceIds,
  findSourcesFor,
  holdLineage,
  insertIdea,
  insertIdeaChange,
  type NewSource,
  replaceSources,
  type SourceFound,
  saveSentence,
} from './store/changing-ideas.ts'
import { tell } from './tell.ts'

export type MakeIdea = {
  readonly jamId: string
  readonly sentence: string
  readonly contributionIds: readonly string[]
  readonly themeId: string | null
}

/** Makes an idea of contributions. Their authors are asked; what needs nobody's consent stands at once. */
export async function makeIdea(ctx: Ctx, input: MakeIdea): Promise<string> {
  const jam = await jamFor(ctx, input.jamId)
  ensure(mayMakeIdea(ctx.actor, jam))
  const sources = await sourcesIn(ctx, input)
  ensure(
    mayMakeIdea(
      ctx.actor,
      jam,
      sources.map(({ authorId }) => authorId),
    ),
  )
  const sentence = sentenceOf(input.sentence)
  if ((await countIdeas(ctx.tx, jam.id)) >= IDEAS_MAX)
    throw new Refusal('ideas.too-many', { status: 422, values: { most: IDEAS_MAX } })
  const idea = { id: newId(), jamId: jam.id, sentence, language: languageOf(ctx, sentence) }
  await insertIdea(ctx.tx, { ...idea, themeId: input.themeId, by: ctx.actor.personId })
  await replaceSources(ctx.tx, { ideaId: idea.id, jamId: jam.id, anew: false }, asked(ctx, sources))
  return changed(ctx, { ideaId: idea.id, jamId: jam.id, kind: 'made' })
}

export type ChangeIdea = {
  readonly ideaId: string
  readonly version: number
  readonly sentence: string
  readonly contributionIds: readonly string[]
}

/** Another sentence or other sources. A new sentence asks everybody anew who consented to the former one. */
export async function changeIdea(ctx: Ctx, input: ChangeIdea): Promise<string> {
  const { idea, jam } = await ideaToChange(ctx, input.ideaId)
  if (idea.version !== input.version) throw new Refusal('ideas.changed-meanwhile', { status: 409 })
  const sources = await sourcesIn(ctx, { ...input, jamId: jam.id })
  const before = new Set(await findSourceIds(ctx.tx, idea.id))
  ensure(
    mayMakeIdea(
      ctx.actor,
      jam,
      sources.filter(({ id }) => !before.has(id)).map(({ authorId }) => authorId),
    ),
  )
  const sentence = sentenceOf(input.sentence)
  const anew = sentence !== idea.sentence
  await saveSentence(ctx.tx, idea.id, { sentence, language: languageOf(ctx, sentence) })
  await replaceSources(ctx.tx, { ideaId: idea.id, jamId: jam.id, anew }, asked(ctx, sources))
  const words = anew ? { words: idea.sentence } : {}
  return changed(ctx, { ideaId: idea.id, jamId: jam.id, kind: anew ? 'reworded' : 'sources', ...words })
}

/** Keeps the line in an idea's history, and tells that ideas are others. */
export async function changed(ctx: Ctx, change: Omit<Parameters<typeof insertIdeaChange>[1], 'by'>): Promise<string> {
  const { ideaId, jamId } = change
  await keepToLimits(ctx, ideaId)
  await insertIdeaChange(ctx.tx, { ...change, by: ctx.actor.personId })
  await tell(ctx.tx, { type: 'ideas.changed', facts: { jamId, ideaId } }, ctx.actor.personId)
  return ideaId
}

/** An idea is shown with everything it comes from, so it takes in no more than that. */
async function keepToLimits({ tx }: Ctx, ideaId: string): Promise<void> {
  const { merged, sources } = await holdLineage(tx, ideaId)
  if (merged > IDEA_MERGED_MAX)
    throw new Refusal('ideas.too-many-merged', { status: 422, values: { most: IDEA_MERGED_MAX } })
  if (sources > IDEA_LINEAGE_MAX)
    throw new Refusal('ideas.too-many-sources', { status: 422, values: { most: IDEA_LINEAGE_MAX } })
}

function sentenceOf(given: string): string {
  const read = readSentence(given)
  if (read.ok) return read.sentence
  throw new Refusal(read.because, {
    status: 422,
    values: { least: SENTENCE_MIN, most: SENTENCE_MAX, length: read.length },
  })
}

function languageOf({ actor }: Ctx, sentence: string): string {
  return detectLanguage(sentence, [actor.locale.split('-')[0] ?? actor.locale]).language
}

/** The contributions named, all of this jam and with their words. */
async function sourcesIn(
  ctx: Ctx,
  input: { jamId: string; contributionIds: readonly string[] },
): Promise<SourceFound[]> {
  const ids = [...new Set(input.contributionIds)]
  const found = (await findSourcesFor(ctx.tx, ctx.actor, ids)).filter(({ jamId }) => jamId === input.jamId)
  if (found.length < ids.length) throw new Refusal('ideas.source-gone', { status: 422 })
  return found
}

function asked({ actor }: Ctx, sources: readonly SourceFound[]): NewSource[] {
  return sources.map(({ id, authorId, seed }) => {
    const isFree = seed || authorId === null || authorId === actor.personId
    return { id, consent: isFree ? 'not-needed' : 'asked' }
  })
}
