import './promises.css'
import { Await, LinkButton, Section } from '../../web-kit/index.ts'
import { api } from './api.ts'
import { Counts } from './Counts.tsx'
import { PromiseList } from './PromiseList.tsx'
import { ledgerPath } from './places.ts'
import { say } from './say.ts'

/** What became of earlier promises of the same sponsor, to read before one takes part; and the checks of this jam. */
export function Record({ jamId }: { jamId: string }) {
  const answer = api.useAnswer('GET /api/jams/:jamId/promise-record', { jamId })
  return (
    <Await of={answer}>
      {({ jams, counts, overdue, checks }) => (
        <>
          {checks.length > 0 && (
            <Section title={say('promises.checks')}>
              <div className="stack">
                {checks.map((check) => (
                  <Counts
                    key={check.days}
                    counts={check.counts}
                    caption={say('promises.check', { days: check.days })}
                  />
                ))}
              </div>
            </Section>
          )}
          <Section title={say('promises.record.title')}>
            {jams === 0 ? (
              <p>{say('promises.record.none')}</p>
            ) : (
              <div className="stack">
                <Counts counts={counts} caption={say('promises.record.jams', { count: jams })} />
                <PromiseList promises={overdue} heading="h3" />
                <div>
                  <LinkButton icon="promise" to={ledgerPath()}>
                    {say('promises.record.all')}
                  </LinkButton>
                </div>
              </div>
            )}
          </Section>
        </>
      )}
    </Await>
  )
}
