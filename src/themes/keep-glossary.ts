import { venueFor } from '../conversation/index.ts'
import { ensure, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import type { GlossaryTerms } from './rules/families-contract.ts'
import { GLOSSARY_MAX } from './rules/limits.ts'
import { mayShape } from './rules/may.ts'
import { primaryTag } from './rules/primary-tag.ts'
import { markStale } from './store/computing.ts'
import {
  deleteEntry,
  findGlossary,
  findVenueOfEntryFor,
  insertEntry,
  saveEntry,
  saveReadLanguages,
} from './store/languages.ts'
import { holdThemes, saveRevision } from './store/revision.ts'
import { tell } from './tell.ts'

/** Adds a thing with its terms; the next computation uses it. */
export async function addEntry(ctx: Ctx, input: { venueId: string; terms: GlossaryTerms }): Promise<string> {
  const { venueId } = input
  ensure(mayShape(ctx.actor, await venueFor(ctx, venueId)))
  await holdThemes(ctx.tx, venueId)
  if ((await findGlossary(ctx.tx, venueId)).length >= GLOSSARY_MAX) {
    throw new Refusal('themes.glossary-full', { status: 422, values: { most: GLOSSARY_MAX } })
  }
  await insertEntry(ctx.tx, { id: newId(), venueId, terms: soundTerms(input.terms), by: ctx.actor.personId })
  return told(ctx, venueId)
}

export async function changeEntry(ctx: Ctx, input: { entryId: string; terms: GlossaryTerms }): Promise<string> {
  const venueId = await entryToShape(ctx, input.entryId)
  await saveEntry(ctx.tx, input.entryId, soundTerms(input.terms))
  return told(ctx, venueId)
}

export async function removeEntry(ctx: Ctx, { entryId }: { entryId: string }): Promise<string> {
  const venueId = await entryToShape(ctx, entryId)
  await deleteEntry(ctx.tx, entryId)
  return told(ctx, venueId)
}

/** Says which languages the asker reads; nobody else sees it. */
export async function sayLanguages(ctx: Ctx, input: { venueId: string; languages: string[] }): Promise<string> {
  ensure(mayShape(ctx.actor, await venueFor(ctx, input.venueId)))
  await saveReadLanguages(ctx.tx, ctx.actor, [...new Set(input.languages.map(primaryTag))])
  return input.venueId
}

async function entryToShape(ctx: Ctx, entryId: string): Promise<string> {
  const venueId = await findVenueOfEntryFor(ctx.tx, ctx.actor, entryId)
  if (venueId === undefined) throw notFound()
  ensure(mayShape(ctx.actor, await venueFor(ctx, venueId)))
  return venueId
}

/** Each language once, each term once, without spaces around it. */
function soundTerms(terms: GlossaryTerms): GlossaryTerms {
  const sound = terms.map(({ language, terms: words }) => ({
    language: primaryTag(language),
    terms: [...new Set(words.map((word) => word.trim().replaceAll(/\s+/g, ' ')))],
  }))
  const once = new Map(sound.map((one) => [one.language, one]))
  if (once.size !== sound.length) throw new Refusal('themes.term-language-twice', { status: 422 })
  return sound
}

async function told(ctx: Ctx, venueId: string): Promise<string> {
  await markStale(ctx.tx, [venueId])
  const revision = await saveRevision(ctx.tx, venueId)
  await tell(ctx.tx, { type: 'themes.changed', facts: { venueId, revision } }, ctx.actor.personId)
  return venueId
}
