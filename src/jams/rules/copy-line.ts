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
