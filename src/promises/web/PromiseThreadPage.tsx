import { type Places, PlacesContext, Thread } from '../../conversation/web/index.ts'
import { Page, type PageProps, useSearchParam } from '../../web-kit/index.ts'
import { discussionPath, ledgerPath, promisePath } from './places.ts'
import { say } from './say.ts'

function placesOf(promiseId: string): Places {
  return {
    venueId: promiseId,
    thread: (threadId, { at, reply } = {}) => {
      const query = new URLSearchParams({ ...(at && { at }), ...(reply && { reply }) })
      return `${discussionPath(promiseId, threadId)}${query.size > 0 ? `?${query}` : ''}`
    },
    forum: () => promisePath(promiseId),
    signIn: () => `/sign-in?to=${encodeURIComponent(promisePath(promiseId))}`,
  }
}

/** What was told of a promise, with what others answer. */
export function PromiseThreadPage({ params: { promiseId, threadId } }: PageProps<'promiseId' | 'threadId'>) {
  const [at] = useSearchParam('at')
  return (
    <PlacesContext value={placesOf(promiseId)}>
      <Thread
        key={threadId}
        threadId={threadId}
        at={at}
        frame={(thread, content) => {
          const title = thread?.root.title ?? say('promises.thread')
          const crumbs = [
            { label: say('promises.title'), to: ledgerPath() },
            { label: title, to: promisePath(promiseId) },
          ]
          return (
            <Page title={title} crumbs={crumbs}>
              {content}
            </Page>
          )
        }}
      />
    </PlacesContext>
  )
}
