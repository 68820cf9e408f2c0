import type { IdeaLine, IdeaPairLine } from './idea-lines.ts'
import type { Line } from './jam-format.ts'

/** Gives the id in the copy for an id in the file; the same each time it is asked. */
export type NewIds = (id: string) => string

/** The line of a jam's copy: jam, forums and what was written get new ids, people and hubs stay who they are. Undefined for
 *  the editions of its report, its answers and promises: they are the other jam's. */
export function copyLine(line: Line, { ids, title }: { ids: NewIds; title: string }): Line | undefined {
  switch (line.type) {
    case 'jam':
      return { ...line, id: ids(line.id), title }
    case 'forum':
      return { ...line, id: ids(line.id) }
    case 'contribution':
      return { ...line, id: ids(line.id), forum: ids(line.forum), parent: line.parent && ids(line.parent) }
    case 'near-duplicate':
      return { ...line, contribution: ids(line.contribution), origin: ids(line.origin) }
    case 'fold-act':
      return { ...line, id: ids(line.id), contributions: line.contributions.map(ids) }
    case 'idea':
      return copyIdea(line, ids)
    case 'meeting':
      return {
        ...line,
        id: ids(line.id),
        forum: ids(line.forum),
        contributions: line.contributions.map(ids).toSorted(),
      }
    case 'theme':
      return { ...line, id: ids(line.id) }
    case 'theme-place':
      return { ...line, theme: ids(line.theme), contribution: ids(line.contribution) }
    case 'poll':
      return { ...line, id: ids(line.id), of: ids(line.of) }
    case 'idea-rating':
      return { ...line, idea: ids(line.idea) }
    case 'idea-pair':
      return copyPair(line, ids)
    case 'version':
    case 'vote':
      return { ...line, contribution: ids(line.contribution) }
    case 'ledger':
    case 'matter':
    case 'promise':
    case 'edition':
    case 'piece':
      return undefined
    default:
      return line
  }
}

function copyIdea(line: IdeaLine, ids: NewIds): IdeaLine {
  const sources = line.sources.map((source) => ({ ...source, contribution: ids(source.contribution) }))
  return { ...line, id: ids(line.id), mergedInto: line.mergedInto && ids(line.mergedInto), sources }
}

/** Of a pair the lesser id stands first, in the copy too. */
function copyPair(line: IdeaPairLine, ids: NewIds): IdeaPairLine {
  const [idea, other] = [ids(line.idea), ids(line.other)]
  if (idea < other) return { ...line, idea, other }
  return { ...line, idea: other, other: idea, before: line.after, after: line.before }
}
