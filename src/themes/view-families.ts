import { voices } from '../analysis/index.ts'
import { venueFor } from '../conversation/index.ts'
import { type Actor, LEAST_PEOPLE } from '../kernel/index.ts'
import { type Ctx, currentCursor, mayOf } from '../platform/index.ts'
import type { FamiliesView, FamilyTheme, FamilyView, LanguageVoice, LinkEvidence, ThemeLinkView } from './contract.ts'
import { hearLanguages } from './rules/hear-languages.ts'
import { verdictsOf } from './rules/judge-pairs.ts'
import { mayJudge, mayShape } from './rules/may.ts'
import { primaryTag } from './rules/primary-tag.ts'
import { showFamilies, showPairs } from './rules/show-families.ts'
import { type FamilyState, findFamilyState, findPairActs, findThemesOf, type KeptEvidence } from './store/families.ts'
import { findGlossary, findNewestFor, findReadLanguages, findStandingTextsFor } from './store/languages.ts'
import { findListFigures, findThemesFor } from './store/themes.ts'

const LINKS_SHOWN = 100
const QUOTES = 2

/** The families of a venue, its languages and its glossary, as they were found last. Nothing is counted here. */
export async function viewFamilies(ctx: Ctx<Actor>, { venueId }: { venueId: string }): Promise<FamiliesView> {
  const venue = await venueFor(ctx, venueId)
  const cursor = await currentCursor(ctx.tx)
  const { revision } = await findListFigures(ctx.tx, venueId)
  const state = await findFamilyState(ctx.tx, venueId)
  const themes = (await findThemesFor(ctx.tx, ctx.actor, venueId)).map(
    ({ id, name, label, language, people, contributions, voices: said }): FamilyTheme => ({
      ...{ id, name, label, people, contributions },
      ...{ language: primaryTag(language), quotes: said.slice(0, QUOTES) },
    }),
  )
  const families = showFamilies(state.families, new Map(themes.map((theme) => [theme.id, theme])))
  const reads = await findReadLanguages(ctx.tx, ctx.actor, venueId)
  const shape = mayShape(ctx.actor, venue)
  const shown = { venueId, state, themes, families }
  const links = await viewLinks(ctx, shown, (languages) => mayOf(ctx, mayJudge(ctx.actor, venue, { languages, reads })))
  return {
    ...{ venueId, revision, cursor, families, reads, linkedAt: state.linkedAt },
    // What may be one is a question to hosts; what families rest on is said to everybody.
    links: links.filter(({ joined }) => joined || shape.ok).slice(0, LINKS_SHOWN),
    languages: await viewLanguages(ctx, shown),
    glossary: await findGlossary(ctx.tx, venueId),
    suggestedTerms: shape.ok ? state.terms.map(({ a, b, words }) => ({ a, b, words: [...words] })) : [],
    may: { shape: mayOf(ctx, shape) },
  }
}

type Shown = {
  readonly venueId: string
  readonly state: FamilyState
  readonly themes: readonly FamilyTheme[]
  readonly families: readonly FamilyView[]
}

async function viewLinks(
  { tx, actor }: Ctx<Actor>,
  { venueId, state, themes, families }: Shown,
  judge: (languages: readonly string[]) => ThemeLinkView['judge'],
): Promise<ThemeLinkView[]> {
  const acts = await findPairActs(tx, venueId)
  const judged = acts.flatMap(({ pair }) => pair.flatMap(({ ids }) => ids))
  const verdicts = verdictsOf(acts, { themes, themeOf: await findThemesOf(tx, judged) })
  const marked = state.links.flatMap(({ evidence }) => evidence.flatMap(({ marks }) => marks.flatMap(({ at }) => at)))
  const texts = await findStandingTextsFor(tx, actor, [...new Set(marked)])
  const marksOf = new Map(texts.map(({ id, text }) => [id, new Set(voices.findMarks(text))]))
  const terms = new Map((await findGlossary(tx, venueId)).map((entry) => [entry.id, entry.terms]))
  const termsOf = (entry: string): string[] => {
    const words = terms.get(entry)?.map((one) => one.terms[0]) ?? []
    return words.length > 0 ? [words.join(' = ').slice(0, 200)] : []
  }
  const inWords = ({ kind, both, expected, marks, entries }: KeptEvidence): LinkEvidence => ({
    ...{ kind, both, expected },
    // A name is said as long as the contributions that it was found in still have it.
    words: [
      ...marks
        .filter(({ mark, at }) => at.every((id) => marksOf.get(id)?.has(mark)))
        .map(({ mark }) => mark.slice(0, 200)),
      ...entries.flatMap(termsOf),
    ],
  })
  return showPairs(state.links, verdicts, { themes, families }).map(({ link, a, b, said, joined }) => ({
    ...{ a, b, said, joined, judge: judge([a.language, b.language]) },
    confidence: said === 'one' ? 1 : (link?.confidence ?? 0),
    evidence: link?.evidence.map(inWords) ?? [],
  }))
}

async function viewLanguages(
  { tx, actor }: Ctx<Actor>,
  { venueId, state, themes, families }: Shown,
): Promise<LanguageVoice[]> {
  const inFamilies = new Set(
    families.flatMap(({ columns }) => columns.flatMap((one) => one.themes.map(({ id }) => id))),
  )
  const units = [
    ...families.map(({ people, columns }) => ({ people, languages: columns.map(({ language }) => language) })),
    ...themes
      .filter(({ id }) => !inFamilies.has(id))
      .map(({ people, language }) => ({ people, languages: [language] })),
  ]
  const heard = hearLanguages(state.languages, { themes: units })
  const own = new Map(
    state.languages.map(({ language }) => [language, themes.filter((one) => one.language === language)]),
  )
  const without = [...own].filter(([, found]) => found.length === 0).map(([language]) => language)
  const newest = await findNewestFor(tx, actor, { venueId, languages: without })
  return state.languages.map(({ language, people, share, contributions }) => {
    const few = people < LEAST_PEOPLE
    return {
      ...{ language, people: few ? null : people, share: few ? null : share },
      contributions: few ? null : contributions,
      heard: heard.get(language) ?? 'listed',
      themes: (own.get(language) ?? []).toSorted((a, b) => b.people - a.people).slice(0, 3),
      newest: newest
        .filter((one) => one.language === language)
        .map(({ contributionId, title }) => ({ contributionId, title })),
    }
  })
}
