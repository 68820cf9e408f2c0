import { createContext, type ReactNode, useContext } from 'react'

/** What may stand beside a thing that is shown: the kind of thing and its id give what to show, or nothing. `within`: the
 *  venue that it stands in. */
export type PutBeside = (kind: string, id: string, within?: string) => ReactNode

/** The application gives it: so that a page can show what a module above it does with the thing. */
export const BesideContext = createContext<PutBeside>(() => null)

/** The place for it. */
export function Beside({ kind, id, within }: { kind: string; id: string; within?: string }) {
  return <>{useContext(BesideContext)(kind, id, within)}</>
}
