import type { PollResult, PollView } from '../contract.ts'
import { say } from './say.ts'

/** What came out, drawn as bars, each with its number in words. */
export function Outcome({ poll: { kind, options, result } }: { poll: PollView }) {
  if (!result) return <p>{say('polls.voted.few')}</p>
  const { people } = result
  return (
    <section className="poll-outcome" aria-label={say('polls.result')}>
      <p>{say('polls.voted.people', { count: people })}</p>
      <ol className="plain-list">
        {result.options.map((row) => (
          <li key={row.option}>
            <span className="reading">
              {row.rank !== null && <b className="number">{row.rank}. </b>}
              {options[row.option]}
            </span>
            <span className="poll-told quiet-text">{toldOf(kind, row, people)}</span>
            {row.votes !== null && <progress max={people} value={row.votes} aria-hidden="true" />}
          </li>
        ))}
      </ol>
      {kind === 'ranked' && <p className="quiet-text">{say('polls.result.ranked')}</p>}
    </section>
  )
}

function toldOf(kind: PollView['kind'], { votes }: PollResult['options'][number], people: number): string {
  if (votes === null) return kind === 'ranked' ? '' : say('polls.result.hidden')
  return kind === 'ranked'
    ? say('polls.result.before', { count: votes, people })
    : say('polls.result.votes', { count: votes })
}
