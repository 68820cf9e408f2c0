import './search.css'
import { FollowButton } from '../../catch-up/web/index.ts'
import { Button, Field, Form, moveFocus, Note, Page, Problem, Radios, useShortcuts } from '../../web-kit/index.ts'
import { WORDS_MAX } from '../contract.ts'
import { hasMore, Results } from './Results.tsx'
import { say } from './say.ts'
import { type Asked, useAsked, useSearch, useTyped } from './use-search.ts'

const ORDERS = ['best', 'newest'] as const
/** A word as catch-up tells of one: what holds a space, a quotation mark or a minus is none. */
const ONE_WORD = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'-]{1,58}$/u

/** Everything that was said where the viewer may read, by its words. */
export function SearchPage() {
  const { asked, setWords, setOrder, everywhere } = useAsked()
  const { typed, setTyped, send } = useTyped(asked.words, setWords)
  const search = useSearch(asked)
  const shown = asked.words === '' ? undefined : search.data?.pages
  const within = asked.jamId ? shown?.[0]?.within : null
  const retry = search.isFetchNextPageError ? search.fetchNextPage : search.refetch
  useKeys()
  return (
    <Page title={say('search.title')} lead={say('search.lead')}>
      <Form onSend={send}>
        <Field
          autoFocus
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          label={say('search.label')}
          hint={say('search.hint')}
          value={typed}
          onChange={setTyped}
          maxLength={WORDS_MAX}
        />
        <div className="search-asked">
          <Radios
            inline
            legend={say('search.order')}
            legendHidden
            value={asked.order}
            options={ORDERS.map((value) => ({ value, label: say(`search.order.${value}`) }))}
            onChange={setOrder}
          />
          <Told asked={asked} />
        </div>
      </Form>
      {asked.jamId && (
        <Note icon="search">
          <span className="search-within">
            {within ? say('search.within', { title: within.title }) : say('search.within.this')}
            <Button small icon="cross" onPress={everywhere}>
              {say('search.everywhere')}
            </Button>
          </span>
        </Note>
      )}
      <Results pages={shown} isComing={search.isLoading} isOld={search.isPlaceholderData}>
        {hasMore(shown) && (
          <Button busy={search.isFetchingNextPage} onPress={() => goOn(search.fetchNextPage)}>
            {say('search.more')}
          </Button>
        )}
      </Results>
      {search.error && <Problem small={shown !== undefined} error={search.error} onRetry={() => goOn(retry)} />}
    </Page>
  )
}

/** The button goes with the last page: whoever pressed it stands at the first that is new. */
async function goOn(fetch: () => Promise<unknown>): Promise<void> {
  const before = document.querySelectorAll('.found').length
  await fetch()
  requestAnimationFrame(() => {
    const next = document.querySelectorAll('.found')[before]
    next?.querySelector('a')?.focus({ preventScroll: true })
  })
}

/** A single word can be followed: who writes it next is told of in catching up. */
function Told({ asked: { words } }: { asked: Asked }) {
  if (!ONE_WORD.test(words)) return null
  const word = words.toLowerCase()
  return (
    <span className="search-follow">
      {say('search.follow', { word })} <FollowButton key={word} kind="word" target={word} />
    </span>
  )
}

/** j and k go from result to result, / to what is looked for. */
function useKeys(): void {
  useShortcuts([
    { keys: 'j', does: say('search.keys.next'), run: () => moveFocus('.found a', 1) },
    { keys: 'k', does: say('search.keys.previous'), run: () => moveFocus('.found a', -1) },
    {
      keys: '/',
      does: say('search.keys.words'),
      run: () => document.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
    },
  ])
}
