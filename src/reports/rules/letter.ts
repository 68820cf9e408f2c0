import type { Letter } from '../contract.ts'
import { citedIn } from './cited.ts'
import { nameOf } from './render/book.ts'
import type { Place, Report } from './report.ts'

type Mine = {
  readonly id: string
  readonly root: string
  readonly kind: string
  readonly title: string
  readonly postedAt: string
}

/** The place of each of a person's contributions in an edition, and the chapters that use it. What was written after the
 *  edition stands in none and is left out. */
export function fedBy(report: Report, mine: readonly Mine[]): Letter['written'] {
  const cited = citedIn(report)
  const themeOf = new Map(report.themes.flatMap((theme) => theme.ideas.map((id) => [id, theme] as const)))
  const before = mine.filter(({ postedAt }) => postedAt <= report.edition.madeAt)
  return before.map(({ id, root, kind, title, postedAt }) => {
    const theme = themeOf.get(root)
    const uses = [...new Set((cited.get(id) ?? []).map(({ chapter }) => chapter))]
    const stands: Place = !theme ? 'unsorted' : theme.headline === null ? 'theme' : 'headline'
    return {
      ...{ id, threadId: root, kind, title, postedAt, uses },
      place: uses.length > 0 ? 'cited' : stands,
      theme: theme ? { id: theme.id, name: nameOf(theme), people: theme.people, headline: theme.headline } : null,
    }
  })
}
