import { parentPort } from 'node:worker_threads'
import { v7 } from 'uuid'
import { themes } from '../../analysis/index.ts'
import type { Answered, Numbered } from '../../platform/index.ts'
import type { Asked, ComputeAsked, Found, FoundTheme, Placed, ThemeText } from './asked.ts'

// The thread: computes, and keeps the conversations that were computed last, to place and to find similar texts.

type Kept = { readonly engine: themes.OpenThemes; readonly idOf: ReadonlyMap<string, string> }

const KEPT_MAX = 4
const SEED = 1
/** An answer belongs to what it answers about as strongly as to a neighbour with the same words. */
const REPLY_WEIGHT = 1

const kept = new Map<string, Kept>()

const entryOf = ({ id, text, author, language, group }: ThemeText): themes.TextEntry => ({
  ...{ id, text, author, group },
  language: language.split('-')[0] ?? language,
})

function compute(venueId: string, { texts, constraints, pinned, state }: ComputeAsked): Found {
  const engine = themes.openThemes({ seed: SEED }, state)
  engine.add(texts.map(entryOf))
  engine.addTies(
    texts.filter(({ id, root }) => id !== root).map(({ id, root }) => ({ from: id, to: root, weight: REPLY_WEIGHT })),
  )
  engine.setConstraints(constraints)
  engine.setPinned(pinned)
  const result = engine.compute()
  const known = new Set(state?.themes.map(({ id }) => id))
  const idOf = new Map(result.themes.map(({ id }) => [id, known.has(id) ? id : v7()]))
  kept.delete(venueId)
  kept.set(venueId, { engine, idOf })
  for (const oldest of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(oldest)
  return { themes: foundIn(result, new Set(texts.map(({ root }) => root)), idOf), changes: renamed(result, idOf) }
}

function foundIn(
  result: themes.ThemeResult,
  roots: ReadonlySet<string>,
  idOf: ReadonlyMap<string, string>,
): FoundTheme[] {
  const members: string[][] = result.themes.map(() => [])
  const parts: string[][][] = result.themes.map(({ subthemes }) => subthemes.map(() => []))
  for (const [at, id] of result.ids.entries()) {
    if (!roots.has(id)) continue
    const theme = result.themeOf[at] ?? -1
    members[theme]?.push(id)
    parts[theme]?.[result.subthemeOf[at] ?? -1]?.push(id)
  }
  return result.themes.map((theme, at) => ({
    id: idOf.get(theme.id) ?? theme.id,
    label: theme.label,
    language: theme.language,
    voices: theme.representatives.map(({ id, sentence }) => ({ id, sentence })),
    subthemes: theme.subthemes.map(({ label }, part) => ({ label, members: parts[at]?.[part] ?? [] })),
    members: members[at] ?? [],
  }))
}

function renamed(result: themes.ThemeResult, idOf: ReadonlyMap<string, string>): themes.ThemeChange[] {
  const real = (id: string): string => idOf.get(id) ?? id
  const part = (one: themes.ThemePart): themes.ThemePart => ({ ...one, theme: real(one.theme) })
  return result.changes.map((change) => {
    const theme = real(change.theme)
    if (change.kind === 'split') return { ...change, theme, into: change.into.map(part) }
    if (change.kind === 'merged') return { ...change, theme, from: change.from.map(part) }
    return { ...change, theme }
  })
}

/** Null: this conversation was not computed here yet. */
function place(venueId: string, texts: readonly ThemeText[]): Placed[] | null {
  const known = kept.get(venueId)
  if (!known) return null
  known.engine.add(texts.map(entryOf))
  return texts.map(({ id, text }) => {
    const { theme } = known.engine.place(text, { exceptId: id })
    return { id, theme: (theme && known.idOf.get(theme)) ?? null }
  })
}

function answerTo(asked: Asked): unknown {
  switch (asked.what) {
    case 'compute':
      return compute(asked.venueId, asked.asked)
    case 'place':
      return place(asked.venueId, asked.texts)
    case 'similar':
      return kept.get(asked.venueId)?.engine.similar(asked.text, asked.most) ?? null
  }
}

parentPort?.on('message', (asked: Numbered<Asked>) => {
  const { number } = asked
  try {
    parentPort?.postMessage({ number, answer: answerTo(asked) } satisfies Answered)
  } catch (error) {
    parentPort?.postMessage({ number, error: String(error) } satisfies Answered)
  }
})
