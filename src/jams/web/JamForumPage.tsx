import { useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { ContributionComposer, Feed } from '../../conversation/web/index.ts'
import { Beside, Button, Empty, Link, type PageProps, Refused } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { ForumHosts } from './ForumHosts.tsx'
import { JamAside } from './JamAside.tsx'
import { JamFrame } from './JamFrame.tsx'
import { jamPath } from './jam-places.ts'
import { say } from './say.ts'
import { useHasAside } from './use-media.ts'

/** One forum: its framing question, its hosts, and what was contributed there. */
export function JamForumPage({ params: { jamId, forumId } }: PageProps<'jamId' | 'forumId'>) {
  const [posted, setPosted] = useState<ContributionView | undefined>(undefined)
  const hasAside = useHasAside()
  const here = (view: JamView) => view.forums.filter((forum) => forum.id === forumId)
  return (
    <JamFrame
      jamId={jamId}
      aside={(view) => <JamAside view={view} forums={here(view)} onPosted={setPosted} hasComposer={hasAside} />}
    >
      {(view) => {
        const forum = here(view)[0]
        if (!forum) {
          return (
            <Empty icon="speak" title={say('jams.forum.absent')}>
              <Link to={jamPath(jamId, 'forums')}>{say('jams.forum.all')}</Link>
            </Empty>
          )
        }
        return (
          <>
            <header className="forum-head">
              <h2>{forum.title}</h2>
              <p className="reading forum-question">{forum.question}</p>
              <ForumHosts hosts={forum.hosts} />
              <Beside kind="forum" id={forumId} />
            </header>
            {!hasAside && <WriteHere forum={forum} onPosted={setPosted} />}
            <Feed
              feed={{ venueId: jamId, forumId, forumIds: [forumId], order: 'recent' }}
              may={view.may}
              posted={posted}
              empty={
                <Empty icon="speak" title={say('jams.feed.empty.title')}>
                  {say(forum.may.contribute.ok ? 'jams.feed.empty.write' : 'jams.feed.empty.wait')}
                </Empty>
              }
            />
          </>
        )
      }}
    </JamFrame>
  )
}

function WriteHere({
  forum,
  onPosted,
}: {
  forum: JamView['forums'][number]
  onPosted: (item: ContributionView) => void
}) {
  const [open, setOpen] = useState(false)
  const { contribute } = forum.may
  if (!contribute.ok && contribute.because !== 'venue.sign-in-to-take-part') return <Refused because={contribute} />
  if (!open) {
    return (
      <Button kind="primary" icon="speak" onPress={() => setOpen(true)}>
        {say('jams.add-your-voice')}
      </Button>
    )
  }
  return <ContributionComposer forums={[forum]} may={contribute} onPosted={onPosted} />
}
