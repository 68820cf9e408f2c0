import { type Static, Type } from 'typebox'
import { filledText, Id, LocaleTag, nullable, object } from '../../kernel/index.ts'

const At = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', maxLength: 24 })

/** The lines of the themes that a jam's file speaks of, and of the contributions that stand in them. */
export const themeSchemas = {
  theme: object({
    type: Type.Literal('theme'),
    id: Id,
    language: LocaleTag,
    label: filledText(120),
    name: nullable(filledText(120)),
    pinned: Type.Boolean(),
    bornAt: At,
  }),
  'theme-place': object({ type: Type.Literal('theme-place'), theme: Id, contribution: Id }),
} as const

export type ThemeLine = Static<(typeof themeSchemas)['theme']>
export type ThemePlaceLine = Static<(typeof themeSchemas)['theme-place']>

type Above = {
  readonly contributions: ReadonlyMap<string, { readonly isRoot: boolean; readonly retracted: boolean }>
  readonly themes: Set<string>
  /** Contributions that stand in a theme. */
  readonly themed: Set<string>
}

/** What a line about themes says that is wrong in its place; undefined when nothing is. */
export function themeProblem({ contributions, themes, themed }: Above, line: ThemeLine | ThemePlaceLine) {
  if (line.type === 'theme') {
    if (themes.has(line.id)) return 'this theme stands above already'
    themes.add(line.id)
    return undefined
  }
  const contribution = contributions.get(line.contribution)
  if (!themes.has(line.theme)) return 'the theme is not in the file'
  if (!contribution?.isRoot) return 'it names what is no contribution of the file'
  if (contribution.retracted) return 'what is retracted stands in no theme'
  if (themed.has(line.contribution)) return 'a contribution stands in one theme'
  themed.add(line.contribution)
  return undefined
}
