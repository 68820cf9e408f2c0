import {
  type ComponentType,
  Fragment,
  lazy,
  type ReactNode,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { parse } from 'regexparam'
import { BesideContext, Loading } from '../../web-kit/index.ts'
import { type Navigation, NavigationContext, type PageProps } from '../../web-kit/navigation.ts'
import { focusTitleOnArrival } from './arrival.ts'
import { Broken } from './Broken.tsx'
import { NotFound } from './NotFound.tsx'
import { putBeside, putBesideForPeople } from './put-beside.tsx'
import { BareShell, Shell } from './Shell.tsx'
import { goTo, scrollToStep, useHref } from './steps.ts'
import { useMe, useSpeech } from './use-me.ts'
import { rememberHere, wasHere } from './was-here.ts'

type NamesIn<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

type Loader<Name extends string> = () => Promise<ComponentType<PageProps<Name>>>

/** Who may open a page: `people` (others sign in first, in its place), or `anyone`. `bare` pages stand without the rail. */
export type PageOptions = { readonly for?: 'people' | 'anyone'; readonly bare?: boolean }

export type PagePath = { readonly path: string; readonly load: Loader<string>; readonly options: PageOptions }

/** Puts a page on a path; the names of the path (:jamId) must be those its props ask for. */
export function page<P extends string>(path: P, load: Loader<NamesIn<P>>, options: PageOptions = {}): PagePath {
  return { path, load: load as unknown as Loader<string>, options }
}

type Pages = { readonly pages: readonly PagePath[]; readonly signIn: Loader<never> }

/** All pages: shows the one at the address. `signIn` stands in for pages that need a person. While the next page is being
 *  fetched the present one stays: links, tabs, focus and scrolling follow what is shown. */
export function Pages({ pages, signIn }: Pages) {
  const paths = useMemo(() => pages.map(patternOf), [pages])
  const SignIn = useMemo(() => lazy(async () => ({ default: await signIn() })), [signIn])
  const href = useDeferredValue(useHref())
  const navigation = useMemo(() => navigationAt(new URL(href), paths), [href, paths])
  useArrival(href, navigation.path)
  return (
    <NavigationContext value={navigation}>
      <ErrorBoundary fallback={<InShell Content={Broken} />} resetKeys={[href]}>
        <PageAt path={navigation.path} paths={paths} SignIn={SignIn} />
      </ErrorBoundary>
    </NavigationContext>
  )
}

type Path = PagePath & {
  readonly Content: ComponentType<PageProps<string>>
  readonly pattern: RegExp
  readonly names: string[]
}

function patternOf(page: PagePath): Path {
  const { pattern, keys } = parse(page.path)
  return { ...page, pattern, names: keys, Content: lazy(async () => ({ default: await page.load() })) }
}

function navigationAt(at: URL, paths: readonly Path[]): Navigation {
  return {
    path: at.pathname,
    search: at.searchParams,
    go: goTo,
    // Only a hint: what fails to load now is fetched once more when it is opened.
    preload: (to) =>
      void paths
        .find(({ pattern }) => pattern.test(to.split(/[?#]/)[0] ?? '/'))
        ?.load()
        .catch(() => {}),
  }
}

type PageAtProps = {
  readonly path: string
  readonly paths: readonly Path[]
  readonly SignIn: ComponentType<PageProps<never>>
}

function PageAt({ path, paths, SignIn }: PageAtProps) {
  const page = paths.find(({ pattern }) => pattern.test(path))
  if (!page) return <InShell Content={NotFound} />
  const values = page.pattern.exec(path)?.slice(1) ?? []
  const params = Object.fromEntries(page.names.map((name, index) => [name, values[index] ?? '']))
  return <OnePage Content={page.Content} SignIn={SignIn} options={page.options} params={params} />
}

// Before the server has said who is here, the code of a page for people is fetched only where somebody was before.
function mayLoadAtOnce(options: PageOptions): boolean {
  return options.for === 'anyone' || wasHere()
}

// After going to another page the focus is on its title, where reading begins; the first page leaves it alone.
function useArrival(href: string, path: string): void {
  const before = useRef(path)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step has its place, whatever of the address changed
  useEffect(scrollToStep, [href])
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    return focusTitleOnArrival()
  }, [path])
}

type OnePageProps = {
  readonly Content: ComponentType<PageProps<string>>
  readonly SignIn: ComponentType<PageProps<never>>
  readonly options: PageOptions
  readonly params: Readonly<Record<string, string>>
}

function OnePage({ Content, SignIn, options, params }: OnePageProps) {
  const me = useMe()
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

function InShell({ Content }: { Content: ComponentType }) {
  return (
    <Around bare={false}>
      <Content />
    </Around>
  )
}
