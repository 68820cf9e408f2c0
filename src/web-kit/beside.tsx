import { createContext, type ReactNode, useContext } from 'react'

/** What may stand beside a thing that is shown: the kind of thing and its id give what to show, or nothing. */
export type PutBeside = (kind: string, id: string) => ReactNode

/** The application gives it: so that a page can show what a module above it does with the thing. */
export const BesideContext = createContext<PutBeside>(() => null)

/** The place for it. */
export function Beside({ kind, id }: { kind: string; id: string }) {
  return <>{useContext(BesideContext)(kind, id)}</>
}
