import { useMemo, useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { ContributionComposer, Feed } from '../../conversation/web/index.ts'
import { Button, Empty, LinkButton, type PageProps, Radios, Refused } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { Checklist } from './Checklist.tsx'
import { JamAside } from './JamAside.tsx'
import { isStranger, JamFrame } from './JamFrame.tsx'
import { jamPath, searchPath } from './jam-places.ts'
import { say } from './say.ts'
import { useHasAside } from './use-media.ts'

/** A jam while it runs, and after: the latest contributions, live, and the place to write. */
export function JamPage({ params }: PageProps<'jamId'>) {
  const [posted, setPosted] = useState<ContributionView | undefined>(undefined)
  const hasAside = useHasAside()
  return (
    <JamFrame
      jamId={params.jamId}
      aside={(view) => <JamAside view={view} onPosted={setPosted} hasComposer={hasAside} />}
    >
      {(view) =>
        view.jam.phase === 'prepare' && view.forums.length === 0 ? (
          <Preparing view={view} />
        ) : (
          <>
            {view.jam.phase === 'prepare' && <Preparing view={view} />}
            {!hasAside && <NarrowComposer view={view} onPosted={setPosted} />}
            <Latest view={view} posted={posted} />
          </>
        )
      }
    </JamFrame>
  )
}

function Preparing({ view }: { view: JamView }) {
  return (
    <Checklist view={view}>
      <LinkButton kind="primary" icon="edit" to={jamPath(view.jam.id, 'set-up')}>
        {say('jams.prepare.go-on')}
      </LinkButton>
    </Checklist>
  )
}

/** On a narrow screen the composer is one press away, above what is read. */
function NarrowComposer({ view, onPosted }: { view: JamView; onPosted: (item: ContributionView) => void }) {
  const [open, setOpen] = useState(false)
  const { contribute } = view.may
  if (!contribute.ok && contribute.because !== 'venue.sign-in-to-take-part') {
    return view.jam.phase === 'prepare' ? null : <Refused because={contribute} />
  }
  if (!open) {
    return (
      <Button kind="primary" icon="speak" onPress={() => setOpen(true)}>
        {say('jams.add-your-voice')}
      </Button>
    )
  }
  const posted = (item: ContributionView) => {
    setOpen(false)
    onPosted(item)
  }
  return (
    <section className="narrow-composer">
      <h2>{say('jams.add-your-voice')}</h2>
      <ContributionComposer forums={view.forums} may={contribute} onPosted={posted} />
    </section>
  )
}

function Latest({ view, posted }: { view: JamView; posted: ContributionView | undefined }) {
  const [order, setOrder] = useState<'recent' | 'active'>('recent')
  const names = useMemo(() => new Map(view.forums.map(({ id, title }) => [id, title])), [view.forums])
  const forumIds = useMemo(() => [...names.keys()], [names])
  const orders = (['recent', 'active'] as const).map((value) => ({ value, label: say(`jams.order.${value}`) }))
  return (
    <>
      <div className="feed-bar">
        <h2 className="visually-hidden">{say('jams.tab.latest')}</h2>
        {!isStranger(view) && (
          <LinkButton small kind="quiet" icon="search" to={searchPath(view.jam.id)}>
            {say('jams.search')}
          </LinkButton>
        )}
        <Radios inline legend={say('jams.order')} legendHidden value={order} options={orders} onChange={setOrder} />
      </div>
      <Feed
        key={order}
        feed={{ venueId: view.jam.id, forumId: null, forumIds, order }}
        may={view.may}
        {...(names.size > 1 && { forumNames: names })}
        posted={posted}
        empty={
          <Empty icon="speak" title={say('jams.feed.empty.title')}>
            {say(view.may.contribute.ok ? 'jams.feed.empty.write' : 'jams.feed.empty.wait')}
          </Empty>
        }
      />
    </>
  )
}
