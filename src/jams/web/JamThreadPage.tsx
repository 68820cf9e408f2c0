import './jam.css'
import { useMemo } from 'react'
import { isReplyKind, PlacesContext, Thread } from '../../conversation/web/index.ts'
import { FoldsHere } from '../../folds/web/index.ts'
import { NoticeSeen } from '../../reading/web/index.ts'
import { Beside, Facts, Page, type PageProps, useSearchParam } from '../../web-kit/index.ts'
import { isStranger } from './JamFrame.tsx'
import { JamState } from './JamHeader.tsx'
import { foldPlacesOf, jamPath, placesOf } from './jam-places.ts'
import { say } from './say.ts'
import { useJam } from './use-jam.ts'

/** One contribution of a jam with its replies. The address may name a reply (`at`) and how to answer (`reply`). */
export function JamThreadPage({ params: { jamId, threadId } }: PageProps<'jamId' | 'threadId'>) {
  const [at] = useSearchParam('at')
  const [reply] = useSearchParam('reply')
  const view = useJam(jamId).data
  const jam = view?.jam
  const isHost = view?.may.export.ok
  const places = useMemo(() => placesOf(jamId, isHost), [jamId, isHost])
  const foldsAt = useMemo(() => foldPlacesOf(jamId), [jamId])
  return (
    <PlacesContext value={places}>
      <FoldsHere venueId={jamId} places={foldsAt}>
        <Thread
          key={threadId}
          threadId={threadId}
          at={at}
          answerWith={isReplyKind(reply) ? reply : undefined}
          frame={(thread, content) => {
            const crumbs = [{ label: say('jams.title'), to: '/jams' }]
            if (jam) crumbs.push({ label: jam.title, to: jamPath(jamId) })
            if (thread) crumbs.push({ label: thread.forum.title, to: places.forum(thread.forum.id) })
            const title = thread?.root.title ?? say(thread ? 'jams.thread.retracted' : 'jams.thread')
            return (
              <Page
                title={title}
                heading={<span className="reading thread-title">{title}</span>}
                crumbs={crumbs}
                {...(jam && {
                  lead: (
                    <Facts>
                      <JamState jam={jam} />
                    </Facts>
                  ),
                })}
              >
                {(jam?.phase === 'report' || jam?.phase === 'archive') && <Beside kind="closed-thread" id={threadId} />}
                <NoticeSeen isKnown={view !== undefined && !isStranger(view)} venueId={jamId}>
                  {content}
                </NoticeSeen>
              </Page>
            )
          }}
        />
      </FoldsHere>
    </PlacesContext>
  )
}
