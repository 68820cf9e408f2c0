import './rating.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { JamFrame } from '../../jams/web/index.ts'
import { Await, Button, Empty, Loading, type PageProps, Section } from '../../web-kit/index.ts'
import { useLive } from '../../web-kit/live/index.ts'
import type { IdeaResult, ResultsView } from '../contract.ts'
import { api } from './api.ts'
import { ResultCard } from './ResultCard.tsx'
import { say } from './say.ts'

const RESULTS = 'GET /api/jams/:jamId/rating'

/** What came out of the rating: there for everybody once it is counted, for nobody before. */
export function ResultsPage({ params: { jamId } }: PageProps<'jamId'>) {
  const client = useQueryClient()
  const results = api.useAnswer(RESULTS, { jamId })
  useLive([`venue:${jamId}`], results.data?.cursor, ({ events, reset }) => {
    const isCounted = (events as readonly { type: string }[]).some(({ type }) => type === 'rating.counted')
    if (reset || isCounted) void client.invalidateQueries({ queryKey: [RESULTS] })
  })
  return (
    <JamFrame jamId={jamId}>
      {() => (
        <Await of={results} loading={<Loading cards={3} />}>
          {(view) => <Results view={view} />}
        </Await>
      )}
    </JamFrame>
  )
}

/** Common ground first, then what divides, then the others by rank. */
export function Results({ view }: { view: ResultsView }) {
  if (view.state !== 'counted') {
    return (
      <Empty icon="clock" title={say(view.state === 'counting' ? 'rating.counting' : 'results.before.title')}>
        {say('results.before.text')}
      </Empty>
    )
  }
  if (view.people === null)
    return (
      <Empty icon="people" title={say('results.few.title')}>
        {say('results.few.text')}
      </Empty>
    )
  return (
    <div className="stack stack-wide">
      <Simulated of={view.simulated} />
      <div className="stack stack-tight">
        <p>{say('results.lead', { people: view.people, ideas: view.ideas })}</p>
        <p className="quiet-text">
          {say('results.limits')} <a href="/method">{say('results.method')}</a>
        </p>
      </div>
      <Lists results={view.results} />
      <More jamId={view.jamId} next={view.next} begun={listsOf(view.results)} />
    </div>
  )
}

function Simulated({ of }: { of: ResultsView['simulated'] }) {
  if (!of) return null
  const { people } = of
  const text = people === null ? say('results.simulated.some') : say('results.simulated', { count: people })
  return <p className="rate-simulated">{text}</p>
}

const LISTS = ['common', 'split', 'other', 'few'] as const
type List = (typeof LISTS)[number]

const listsOf = (results: readonly IdeaResult[]): List[] =>
  LISTS.filter((list) => results.some((result) => result.list === list))

/** `begun`: lists that stand above with their titles, and only go on here. */
function Lists({ results, begun = [] }: { results: readonly IdeaResult[]; begun?: readonly List[] }) {
  const lists = listsOf(results)
  return lists.map((list) => {
    const those = <Those key={list} results={results.filter((result) => result.list === list)} />
    if (begun.includes(list)) return those
    const isOnly = list === 'other' && begun.length === 0 && lists[0] === 'other'
    return (
      <Section key={list} title={say(isOnly ? 'results.list.only' : `results.list.${list}`)}>
        <p className="quiet-text">{say(`results.list.${list}.text`)}</p>
        {those}
      </Section>
    )
  })
}

function Those({ results }: { results: readonly IdeaResult[] }) {
  return (
    <ol className="plain-list stack">
      {results.map((result) => (
        <li key={result.id}>
          <ResultCard result={result} />
        </li>
      ))}
    </ol>
  )
}

type MoreProps = { readonly jamId: string; readonly begun: readonly List[] }

function More({ next, ...rest }: MoreProps & { next: string | null }) {
  const [open, setOpen] = useState(false)
  if (!next) return null
  return open ? (
    <MorePage after={next} {...rest} />
  ) : (
    <Button onPress={() => setOpen(true)}>{say('results.more')}</Button>
  )
}

function MorePage({ jamId, begun, after }: MoreProps & { after: string }) {
  const page = api.useAnswer(RESULTS, { jamId, after })
  return (
    <Await of={page}>
      {({ results, next }) => (
        <>
          <Lists results={results} begun={begun} />
          <More jamId={jamId} next={next} begun={[...begun, ...listsOf(results)]} />
        </>
      )}
    </Await>
  )
}
