import { lazy, Suspense, use, useState } from 'react'
import { Await, Button, Empty, Loading, Note, Section, Time } from '../../web-kit/index.ts'
import type { IdeasView, IdeaView } from '../contract.ts'
import { api } from './api.ts'
import { IdeaCard } from './IdeaCard.tsx'
import { say, sayRich } from './say.ts'
import { isBeingMade, StageContext } from './stage.ts'

const MakeIdea = lazy(() => import('./lazy/MakeIdea.tsx').then((m) => ({ default: m.MakeIdea })))
const IDEAS = 'GET /api/jams/:jamId/ideas'

type Listed = { readonly view: IdeasView; readonly onChanged: () => void }

/** The list with what stands above it: the questions to me come first. */
export function Ideas({ view, onChanged }: Listed) {
  const { jamId, ideas, counts, may, until } = view
  const others = ideas.filter(({ state }) => state !== 'merged' && state !== 'withdrawn')
  const stage = use(StageContext)
  const gone = ideas.filter(({ state }) => state === 'merged' || state === 'withdrawn')
  return (
    <>
      <p>{say(isBeingMade(stage) ? `ideas.lead.${stage}` : 'ideas.lead.over')}</p>
      {until && may.make.ok && (
        <p className="quiet-text">{sayRich('ideas.until', { time: <Time at={until} as="both" /> })}</p>
      )}
      <AskedOfMe jamId={jamId} count={counts.askedOfMe} onChanged={onChanged} />
      <Counts counts={counts} />
      {may.make.ok && <Making jamId={jamId} onChanged={onChanged} />}
      {stage === 'fixed' && !may.make.ok && <Note icon="lock">{may.make.sentence}</Note>}
      {ideas.length === 0 && !isBeingMade(stage) && <Empty title={say('ideas.none.title')} />}
      {ideas.length === 0 && isBeingMade(stage) && (
        <Empty title={say('ideas.empty.title')}>{say('ideas.empty.text')}</Empty>
      )}
      <List jamId={jamId} ideas={others.filter(({ askedOfMe }) => !askedOfMe)} all={others} onChanged={onChanged} />
      {gone.length > 0 && (
        <Section title={say('ideas.gone')}>
          <List jamId={jamId} ideas={gone} all={others} onChanged={onChanged} />
        </Section>
      )}
      <Older view={view} all={others} onChanged={onChanged} />
    </>
  )
}

/** How many are rated, and of small voices. Where nothing was made of it there is nothing to count. */
function Counts({ counts }: Pick<IdeasView, 'counts'>) {
  const stage = use(StageContext)
  if (stage === 'never' || stage === 'unplanned') {
    return counts.standing > 0 ? <p>{say(`ideas.count.${stage}`, { count: counts.standing })}</p> : null
  }
  if (counts.rated === 0 && stage !== 'made') return null
  const { small, smallPlaces: places } = counts
  return (
    <p>
      {say(`ideas.count.${stage}`, { count: counts.rated })}{' '}
      {counts.rated > 0 &&
        (small < places ? say('ideas.small', { small, places }) : say('ideas.small.all', { count: places }))}
    </p>
  )
}

function Making({ jamId, onChanged }: { jamId: string; onChanged: () => void }) {
  const [making, setMaking] = useState(false)
  const done = () => {
    setMaking(false)
    onChanged()
  }
  return (
    <>
      <div className="row">
        <Button icon="plus" kind={making ? 'plain' : 'primary'} pressed={making} onPress={() => setMaking(!making)}>
          {say('ideas.make')}
        </Button>
      </div>
      {making && (
        <Suspense fallback={<Loading cards={1} />}>
          <MakeIdea jamId={jamId} onMade={done} />
        </Suspense>
      )}
    </>
  )
}

type ListProps = {
  readonly jamId: string
  readonly ideas: readonly IdeaView[]
  readonly all: readonly IdeaView[]
  readonly onChanged: () => void
}

function List({ jamId, ideas, all, onChanged }: ListProps) {
  if (ideas.length === 0) return null
  return (
    <ul className="plain-list stack">
      {ideas.map((idea) => (
        <li key={idea.id}>
          <IdeaCard jamId={jamId} idea={idea} others={all} onChanged={onChanged} />
        </li>
      ))}
    </ul>
  )
}

/** The next page stands below the former ones once it is asked for. */
function Older({ view, all, onChanged }: Listed & { all: readonly IdeaView[] }) {
  const [open, setOpen] = useState(false)
  if (!view.next) return null
  if (!open) return <Button onPress={() => setOpen(true)}>{say('ideas.older')}</Button>
  return <OlderPage jamId={view.jamId} before={view.next} all={all} onChanged={onChanged} />
}

function OlderPage({ jamId, before, all, onChanged }: Omit<ListProps, 'ideas'> & { before: string }) {
  const page = api.useAnswer(IDEAS, { jamId, before })
  return (
    <Await of={page}>
      {(view) => (
        <>
          <List jamId={jamId} ideas={view.ideas} all={all} onChanged={onChanged} />
          <Older view={view} all={all} onChanged={onChanged} />
        </>
      )}
    </Await>
  )
}

function AskedOfMe({ jamId, count, onChanged }: { jamId: string; count: number; onChanged: () => void }) {
  if (count === 0) return null
  return (
    <Section title={say('ideas.asked', { count })}>
      <p>{say('ideas.asked.text')}</p>
      <AskedList jamId={jamId} onChanged={onChanged} />
    </Section>
  )
}

function AskedList({ jamId, onChanged }: { jamId: string; onChanged: () => void }) {
  const asked = api.useAnswer(IDEAS, { jamId, of: 'asked-of-me' })
  return <Await of={asked}>{({ ideas }) => <List jamId={jamId} ideas={ideas} all={[]} onChanged={onChanged} />}</Await>
}
