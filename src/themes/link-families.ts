import { LEAST_PEOPLE } from '../kernel/index.ts'
import type { Database } from '../platform/index.ts'
import { rebuildFamilies } from './rebuild-families.ts'
import { primaryTag } from './rules/primary-tag.ts'
import { type KeptLink, saveLinks } from './store/families.ts'
import { findGlossary } from './store/languages.ts'
import { findForeignReplies, findSpoken, findStanding, findThemedTexts, findThemeVoters } from './store/linking.ts'
import { holdThemes, saveRevision } from './store/revision.ts'
import { tell } from './tell.ts'
import type { Stands } from './worker/asked.ts'
import { type FoundLinks, findLinks, type LinkAsked } from './worker/find-links.ts'
import type { Engine } from './worker/open-engine.ts'

/** Replies in another language than their theme's that are placed in a theme of their own, the newest. */
const FOREIGN_MAX = 3_000
const PLACED_AT_ONCE = 200

const NOTHING: FoundLinks = { links: [], terms: [] }

/** Compares the languages of a venue after its themes were computed: links, families, how many write in which language.
 *  Where themes are of one language only, languages are counted and nothing is linked. `foreign`: of `placeForeign`.
 *  It computes where it is called: for the server, in the thread of figures. */
export async function linkFamilies(database: Database, venueId: string, foreign: readonly Stands[]): Promise<void> {
  const read = await database.transaction({ role: 'jobs' }, (tx) => readAll(tx, venueId), {
    readOnly: true,
    patient: true,
    snapshot: true,
  })
  const several = new Set(read.themes.map(({ language }) => language)).size > 1
  const found = several ? findLinks(askedOf(read, foreign)) : NOTHING
  const entryIds = read.glossary.map(({ id }) => id)
  await database.transaction(
    { role: 'jobs' },
    async (tx) => {
      await holdThemes(tx, venueId)
      const links = found.links.map((link) => kept(link, entryIds))
      const linked = await saveLinks(tx, venueId, { links, languages: read.spoken, terms: found.terms })
      const rebuilt = await rebuildFamilies(tx, venueId)
      if (!linked && !rebuilt) return
      await tell(tx, { type: 'themes.changed', facts: { venueId, revision: await saveRevision(tx, venueId) } })
    },
    { patient: true },
  )
}

async function readAll(tx: Parameters<typeof findStanding>[0], venueId: string) {
  const themes = await findStanding(tx, venueId)
  const several = new Set(themes.map(({ language }) => language)).size > 1
  return {
    themes,
    spoken: await findSpoken(tx, venueId),
    glossary: await findGlossary(tx, venueId),
    texts: several ? await findThemedTexts(tx, venueId) : [],
    voters: several ? await findThemeVoters(tx, venueId) : [],
  }
}

type Read = Awaited<ReturnType<typeof readAll>>

function askedOf({ themes, glossary, texts, voters }: Read, placed: readonly Stands[]): LinkAsked {
  const positionOf = new Map(themes.map(({ id }, at) => [id, at]))
  const own = new Map(placed.map(({ id, theme }) => [id, theme]))
  const person = numbers()
  const themeAt = (id: string | null | undefined): number => positionOf.get(id ?? '') ?? -1
  return {
    themes,
    texts: texts.map(({ id, text, theme, author, foreign }) => ({
      ...{ id, text },
      theme: themeAt(foreign ? own.get(id) : theme),
      person: author ? person(author) : -1,
    })),
    votes: voters.map((one) => ({ theme: themeAt(one.theme), person: person(one.person) })),
    replies: texts
      .filter(({ typed, foreign }) => typed && foreign)
      .map(({ id, theme }) => ({ from: themeAt(own.get(id)), to: themeAt(theme) })),
    glossary: glossary.map(({ terms }) =>
      Object.fromEntries(terms.map((one) => [primaryTag(one.language), one.terms])),
    ),
  }
}

/** A reply stands where its thread does; one in another language has a theme of its own language beside, found by its
 *  words. The newest such replies of a venue. */
export async function placeForeign(
  database: Database,
  engine: Pick<Engine, 'place'>,
  venueId: string,
): Promise<readonly Stands[]> {
  const ids = await database.transaction({ role: 'jobs' }, (tx) => findForeignReplies(tx, venueId, FOREIGN_MAX), {
    readOnly: true,
    patient: true,
  })
  const found: Stands[] = []
  for (let at = 0; at < ids.length; at += PLACED_AT_ONCE) {
    found.push(...((await engine.place(venueId, ids.slice(at, at + PLACED_AT_ONCE))) ?? []))
  }
  return found
}

function numbers(): (id: string) => number {
  const known = new Map<string, number>()
  return (id) => {
    const number = known.get(id) ?? known.size
    known.set(id, number)
    return number
  }
}

function kept({ evidence, ...link }: FoundLinks['links'][number], entryIds: readonly string[]): KeptLink {
  return {
    ...link,
    confidence: Math.round(link.confidence * 1000) / 1000,
    evidence: evidence.map(({ kind, both, expected, marks, entries }) => ({
      ...{ kind, marks },
      both: kind === 'people' && both < LEAST_PEOPLE ? null : both,
      expected: kind === 'people' && both < LEAST_PEOPLE ? 0 : Math.round(expected * 10) / 10,
      entries: entries.flatMap((entry) => entryIds[entry] ?? []),
    })),
  }
}
