import type { Letter } from '../contract.ts'
import type { Answered, Report } from './report.ts'

type Mine = {
  readonly written: ReadonlySet<string>
  readonly supported: ReadonlySet<string>
  readonly followed: ReadonlySet<string>
}

export type Became = {
  readonly report: Report
  readonly answers: readonly Answered[]
  /** The roots of the contributions that an idea comes from, by idea. */
  readonly ideas: ReadonlyMap<string, readonly string[]>
  readonly mine: Mine
}

/** The answers that concern a person, with why: she wrote in the theme or for the idea, agreed there, or follows it. In the
 *  order of the report; what concerns her in no way is left out. */
export function becameOf({ report, answers, ideas, mine }: Became): Letter['became'] {
  const themes = new Map(report.themes.map((theme) => [theme.id, theme.ideas]))
  return answers.flatMap((answered) => {
    const roots = (answered.kind === 'theme' ? themes.get(answered.id) : ideas.get(answered.id)) ?? []
    const why = [
      ...(roots.some((id) => mine.written.has(id)) ? ['wrote' as const] : []),
      ...(roots.some((id) => mine.supported.has(id)) ? ['supported' as const] : []),
      ...(mine.followed.has(answered.id) ? ['followed' as const] : []),
    ]
    const { kind, id, name, answer, reason, owner, due, promise } = answered
    return why.length === 0 ? [] : [{ kind, id, name, answer, reason, owner, due, state: promise?.state ?? null, why }]
  })
}
