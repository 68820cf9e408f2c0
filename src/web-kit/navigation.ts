import { createContext, useContext } from 'react'

/** Where the viewer is and how to go elsewhere. The application gives it; without one (server, stories) links are plain. */
export type Navigation = {
  readonly path: string
  readonly search: URLSearchParams
  go(href: string, options?: { replace?: boolean }): void
  /** Fetches the code of a page that will probably be opened. */
  preload(href: string): void
}

const nowhere: Navigation = { path: '/', search: new URLSearchParams(), go() {}, preload() {} }

export const NavigationContext = createContext<Navigation>(nowhere)

/** Where the viewer is and how to go elsewhere; changes with the address. */
export function useNavigation(): Navigation {
  return useContext(NavigationContext)
}

/** One parameter of the address's query and how to set it (undefined removes it), without a step in the history. */
export function useSearchParam(name: string): [value: string | undefined, set: (value: string | undefined) => void] {
  const { path, search, go } = useNavigation()
  const set = (value: string | undefined) => {
    const next = new URLSearchParams(search)
    if (value === undefined) next.delete(name)
    else next.set(name, value)
    go(next.size > 0 ? `${path}?${next}` : path, { replace: true })
  }
  return [search.get(name) ?? undefined, set]
}

/** Props of every page: the names of its path ('/jams/:jamId' gives jamId). */
export type PageProps<Name extends string = never> = { readonly params: { readonly [N in Name]: string } }
