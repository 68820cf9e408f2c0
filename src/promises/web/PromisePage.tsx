import './promises.css'
import { useQueryClient } from '@tanstack/react-query'
import { Await, Card, Link, Loading, Page, type PageProps, Section, Time } from '../../web-kit/index.ts'
import type { PromiseView } from '../contract.ts'
import { Answer } from './Answer.tsx'
import { api } from './api.ts'
import { nameOfPromise, PromiseFacts } from './PromiseList.tsx'
import { decisionsPath, discussionPath, ledgerPath } from './places.ts'
import { StateBadge } from './StateBadge.tsx'
import { say } from './say.ts'
import { TellOfPromise } from './TellOfPromise.tsx'

/** A promise: its answer, where it stands, and what happened. */
export function PromisePage({ params: { promiseId } }: PageProps<'promiseId'>) {
  const client = useQueryClient()
  const answer = api.useAnswer('GET /api/promises/:promiseId', { promiseId })
  const { queryKey } = api.answerOf('GET /api/promises/:promiseId', { promiseId })
  const view = answer.data
  const crumbs = [{ label: say('promises.title'), to: ledgerPath() }]
  if (view) crumbs.push({ label: view.promise.jam.title, to: decisionsPath(view.promise.jam.id) })
  return (
    <Page
      title={view ? nameOfPromise(view.promise) : say('promises.title')}
      crumbs={crumbs}
      {...(view && { lead: <PromiseFacts promise={view.promise} /> })}
    >
      <Await of={answer} loading={<Loading cards={2} />}>
        {(found) => <OnePromise view={found} onChanged={(changed) => client.setQueryData(queryKey, changed)} />}
      </Await>
    </Page>
  )
}

/** What the page of a promise shows. */
export function OnePromise({ view, onChanged }: { view: PromiseView; onChanged: (view: PromiseView) => void }) {
  const { promise, decision, history, may } = view
  return (
    <div className="stack stack-wide">
      <p>
        <StateBadge state={promise.state} />
      </p>
      {decision && (
        <Card as="section" aria-label={say('decisions.answer')}>
          <Answer decision={decision} />
        </Card>
      )}
      {may.tell.ok && <TellOfPromise view={view} onChanged={onChanged} />}
      <Section title={say('promises.history')}>
        <ol className="plain-list promise-history">
          {history.map(({ id, kind, reason, by, at, thread }) => (
            <li key={id}>
              <p>
                <b>{say(`promises.note.${kind}`)}</b>{' '}
                <span className="quiet-text">
                  {by ?? say('promises.clock')} · <Time at={at} as="both" />
                </span>
              </p>
              {reason && <p className="reading promise-reason">{reason}</p>}
              {thread && (
                <p>
                  <Link to={discussionPath(promise.id, thread.id)}>
                    {say('promises.discuss', { count: thread.replies })}
                  </Link>
                </p>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </div>
  )
}
