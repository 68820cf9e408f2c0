import './search.css'
import { FollowButton } from '../../catch-up/web/index.ts'
import { Button, Field, Form, moveFocus, Note, Page, Problem, Radios, useShortcuts } from '../../web-kit/index.ts'
import { WORDS_MAX } from '../contract.ts'
import { Results } from './Results.tsx'
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
  const pages = search.data?.pages ?? []
  const within = asked.jamId ? pages[0]?.within : null
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
            {within && say('search.within', { title: within.title })}
            <Button small icon="cross" onPress={everywhere}>
              {say('search.everywhere')}
            </Button>
          </span>
        </Note>
      )}
      {search.error ? (
        <Problem error={search.error} onRetry={() => search.refetch()} />
      ) : (
        asked.words !== '' && (
          <Results
            pages={search.data?.pages}
            isOld={search.isPlaceholderData}
            isMoreComing={search.isFetchingNextPage}
            onMore={() => search.fetchNextPage()}
          />
        )
      )}
    </Page>
  )
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
