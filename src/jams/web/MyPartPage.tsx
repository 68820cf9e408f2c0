import { useInfiniteQuery } from '@tanstack/react-query'
import { ReadContribution } from '../../conversation/web/index.ts'
import {
  Await,
  Button,
  type CallError,
  Empty,
  LinkButton,
  Loading,
  Menu,
  type PageProps,
  Section,
} from '../../web-kit/index.ts'
import type { JamView, MyPart } from '../contract.ts'
import { api } from './api.ts'
import { JamAside } from './JamAside.tsx'
import { JamFrame } from './JamFrame.tsx'
import { Tally } from './JamHeader.tsx'
import { jamPath, placesOf } from './jam-places.ts'
import { say } from './say.ts'
import { useHasAside } from './use-media.ts'

const formats = ['html', 'md', 'json', 'csv'] as const

/** All I wrote in this jam with its answers and votes, and what I kept of others. */
export function MyPartPage({ params: { jamId } }: PageProps<'jamId'>) {
  const hasAside = useHasAside()
  return (
    <JamFrame jamId={jamId} aside={(view) => <JamAside view={view} hasComposer={hasAside} />}>
      {(view) => <Mine view={view} />}
    </JamFrame>
  )
}

function Mine({ view }: { view: JamView }) {
  const jamId = view.jam.id
  const pages = useInfiniteQuery<MyPart, CallError>({
    queryKey: ['GET /api/jams/:jamId/mine', jamId],
    queryFn: ({ pageParam }) =>
      api.call('GET /api/jams/:jamId/mine', { jamId, ...(pageParam ? { before: String(pageParam) } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  })
  const first = pages.data?.pages[0]
  const all = pages.data?.pages.flatMap((page) => page.written) ?? []
  return (
    <Await of={{ data: first, error: pages.error, refetch: pages.refetch }} loading={<Loading cards={3} />}>
      {(part) => (
        <MyPartView
          jamId={jamId}
          part={{ ...part, written: all }}
          more={
            pages.hasNextPage && (
              <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
                {say('jams.mine.more')}
              </Button>
            )
          }
        />
      )}
    </Await>
  )
}

export function MyPartView({ jamId, part, more }: { jamId: string; part: MyPart; more?: React.ReactNode }) {
  const { totals, myVotes, written, favourites } = part
  const places = placesOf(jamId)
  const isEmpty = written.length === 0 && favourites.length === 0
  if (isEmpty && totals.votes + myVotes.agree + myVotes.disagree + myVotes.pass === 0) {
    return (
      <Empty
        icon="star"
        title={say('jams.mine.empty.title')}
        action={<LinkButton to={jamPath(jamId)}>{say('jams.mine.empty.go')}</LinkButton>}
      >
        {say('jams.mine.empty.text')}
      </Empty>
    )
  }
  return (
    <div className="stack stack-wide">
      <div className="mine-head">
        <div className="tallies">
          <Tally value={totals.contributions} label={say('jams.mine.contributions', { count: totals.contributions })} />
          <Tally value={totals.replies} label={say('jams.mine.replies', { count: totals.replies })} />
          <Tally value={totals.answers} label={say('jams.mine.answers', { count: totals.answers })} />
          <Tally value={totals.agree} label={say('jams.mine.agree', { count: totals.agree })} />
          <Tally value={totals.disagree} label={say('jams.mine.disagree', { count: totals.disagree })} />
          <Tally value={totals.votes} label={say('jams.mine.votes', { count: totals.votes })} />
        </div>
        <Menu
          kind="plain"
          label={say('jams.mine.download')}
          entries={formats.map((format) => ({
            id: format,
            icon: 'download' as const,
            label: say(`jams.mine.download.${format}`),
            to: `/api/jams/${jamId}/mine/download?format=${format}`,
            download: true,
          }))}
        >
          {say('jams.mine.download')}
        </Menu>
      </div>
      <Section title={say('jams.mine.written')}>
        {written.length === 0 && <p className="quiet-text">{say('jams.mine.nothing-written')}</p>}
        <ul className="plain-list stack">
          {written.map(({ contribution, answers }) => (
            <li key={contribution.id} className="card card-raised">
              <ReadContribution
                item={contribution}
                to={places.thread(contribution.threadId, contribution.parentId ? { at: contribution.id } : {})}
              />
              {answers.length > 0 && (
                <ul className="mine-answers plain-list" aria-label={say('jams.mine.answers.list')}>
                  {answers.map((answer) => (
                    <li key={answer.id}>
                      <ReadContribution item={answer} to={places.thread(answer.threadId, { at: answer.id })} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
        {more}
      </Section>
      <Section title={say('jams.mine.favourites')}>
        {favourites.length === 0 && <p className="quiet-text">{say('jams.mine.no-favourites')}</p>}
        <ul className="plain-list stack">
          {favourites.map((item) => (
            <li key={item.id} className="card card-raised">
              <ReadContribution item={item} to={places.thread(item.threadId, item.parentId ? { at: item.id } : {})} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
