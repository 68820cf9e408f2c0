import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  useParams,
  useRouter,
  useRouterState,
} from '@tanstack/react-router'
import { type ComponentType, Fragment, lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { BesideContext, Loading } from '../../web-kit/index.ts'
import { type Navigation, NavigationContext, type PageProps } from '../../web-kit/navigation.ts'
import { focusTitleOnArrival } from './arrival.ts'
import { Broken } from './Broken.tsx'
import { NotFound } from './NotFound.tsx'
import { putBeside, putBesideForPeople } from './put-beside.tsx'
import { BareShell, Shell } from './Shell.tsx'
import { useMe, useSpeech } from './use-me.ts'
import { rememberHere, wasHere } from './was-here.ts'

type NamesIn<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never

type Loader<Name extends string> = () => Promise<ComponentType<PageProps<Name>>>

/** Who may open a page: `people` (others sign in first, in its place), or `anyone`. `bare` pages stand without the rail. */
export type PageOptions = { readonly for?: 'people' | 'anyone'; readonly bare?: boolean }

export type PagePath = { readonly path: string; readonly load: Loader<string>; readonly options: PageOptions }

/** Puts a page on a path; the names of the path ($jamId) must be those its props ask for. */
export function page<P extends string>(path: P, load: Loader<NamesIn<P>>, options: PageOptions = {}): PagePath {
  return { path, load: load as unknown as Loader<string>, options }
}

/** The router of all pages; each page is a chunk of its own. `signIn` stands in for pages that need a person. */
export function routerOf(pages: readonly PagePath[], signIn: Loader<never>) {
  const SignIn = lazy(async () => ({ default: await signIn() }))
  const shown = { path: location.pathname }
  const root = createRootRoute({
    component: () => <Outer shown={shown} />,
    notFoundComponent: InShell(NotFound),
    errorComponent: Broken,
  })
  const children = pages.map(({ path, load, options }) => {
    const Content = lazy(async () => ({ default: await load() }))
    const component = () => <OnePage Content={Content} SignIn={SignIn} options={options} />
    return createRoute({
      getParentRoute: () => root,
      path,
      component,
      errorComponent: InShell(Broken),
      loader: () => mayLoadAtOnce(options) && void load(),
    })
  })
  return createRouter({
    routeTree: root.addChildren(children),
    scrollRestoration: true,
    defaultPreloadStaleTime: 60_000,
  })
}

// Before the server has said who is here, the code of a page for people is fetched only where somebody was before.
function mayLoadAtOnce(options: PageOptions): boolean {
  return options.for === 'anyone' || wasHere()
}

type Shown = { path: string }

function Outer({ shown }: { shown: Shown }) {
  const router = useRouter()
  // What is shown, not what is being fetched: links, tabs and the focus follow the page.
  const href = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).href })
  const navigation = useMemo<Navigation>(() => {
    const at = new URL(href, location.origin)
    return {
      path: at.pathname,
      search: at.searchParams,
      go: (to, options) => (options?.replace ? router.history.replace(to) : router.history.push(to)),
      preload: (to) => void router.preloadRoute({ to: to.split(/[?#]/)[0] ?? '/' }).catch(() => {}),
    }
  }, [router, href])
  useFocusOnArrival(shown, navigation.path)
  return (
    <NavigationContext value={navigation}>
      <Outlet />
    </NavigationContext>
  )
}

// After going to another page the focus is on its title, where reading begins; the first page leaves it alone.
// What was shown before outlives the root, which is made anew after a page that was not found.
function useFocusOnArrival(shown: Shown, path: string): void {
  useEffect(() => {
    if (shown.path === path) return
    shown.path = path
    return focusTitleOnArrival()
  }, [shown, path])
}

type OnePageProps = {
  readonly Content: ComponentType<PageProps<string>>
  readonly SignIn: ComponentType<PageProps<never>>
  readonly options: PageOptions
}

function OnePage({ Content, SignIn, options }: OnePageProps) {
  const me = useMe()
  const params = useParams({ strict: false }) as Record<string, string>
  const here = me === undefined ? undefined : me.person !== null
  useEffect(() => {
    if (here !== undefined) rememberHere(here)
  }, [here])
  const mustSignIn = here === false && options.for !== 'anyone'
  const bare = options.bare || mustSignIn
  if (mustSignIn)
    return (
      <Around bare={bare}>
        <SignIn params={{}} />
      </Around>
    )
  const isUnsure = here === undefined && !mayLoadAtOnce(options)
  return <Around bare={bare}>{isUnsure ? <Waiting /> : <Content params={params} />}</Around>
}

function Around({ bare, children }: { bare: boolean | undefined; children: ReactNode }) {
  const me = useMe()
  const speech = useSpeech(me?.person)
  const Frame = bare ? BareShell : Shell
  return (
    <Fragment key={speech}>
      <Frame me={me}>
        <BesideContext value={me?.person ? putBesideForPeople : putBeside}>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </BesideContext>
      </Frame>
    </Fragment>
  )
}

function Waiting() {
  return (
    <div className="page page-reading">
      <Loading cards={3} />
    </div>
  )
}

function InShell(Content: ComponentType) {
  return () => (
    <Around bare={false}>
      <Content />
    </Around>
  )
}
