import { numberFormat } from '../../kernel/messages.ts'
import { Badge, Table, viewer } from '../../web-kit/index.ts'
import type { IdeaResult } from '../contract.ts'
import { say } from './say.ts'

const whole = (value: number): string => numberFormat(viewer().locale, { maximumFractionDigits: 0 }).format(value)
const tenth = (value: number): string =>
  numberFormat(viewer().locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
const percent = (share: number): string =>
  numberFormat(viewer().locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)

/** One idea with its value as a line on a scale, the numbers in words, and how groups and hubs said otherwise. */
export function ResultCard({ result }: { result: IdeaResult }) {
  const { sentence, rank, byPairs, people, skipped, value, helps, groups, hubs } = result
  return (
    <article className="card idea" aria-label={sentence || say('ideas.words-gone')}>
      <p className="idea-sentence reading">
        {rank !== null && <Badge tone="leaf">{say('results.rank', { rank })}</Badge>}{' '}
        {sentence || <span className="quiet-text">{say('ideas.words-gone')}</span>}
      </p>
      {value && helps && (
        <>
          <Line value={value} />
          <p>
            {say('results.value', {
              mean: tenth(value.mean),
              low: tenth(value.low),
              high: tenth(value.high),
              people: people ?? 0,
            })}
          </p>
          <p>
            {say('results.helps', { share: percent(helps.mean), low: percent(helps.low), high: percent(helps.high) })}{' '}
            {result.groupInformed !== null && say('results.informed', { share: percent(result.groupInformed) })}
          </p>
          <p className="quiet-text">
            {say('results.parts', {
              impact: tenth(result.impact ?? 0),
              feasibility: tenth(result.feasibility ?? 0),
              skipped: skipped ?? 0,
            })}{' '}
            {byPairs && say('results.by-pairs')}
          </p>
        </>
      )}
      <Parts caption={say('results.groups')} head={say('results.group')} parts={groups} />
      <Parts caption={say('results.hubs')} head={say('results.hub')} parts={hubs} />
    </article>
  )
}

const WIDTH = 100

/** The mean as a mark, the interval as a bar; the sentence below says the same. */
function Line({ value: { mean, low, high } }: { value: NonNullable<IdeaResult['value']> }) {
  return (
    <svg className="result-line" viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="result-rest" y={2.5} width={WIDTH} height={1} />
      <rect className="result-interval" x={low} y={1.5} width={Math.max(0.5, high - low)} height={3} />
      <rect className="result-mean" x={Math.min(WIDTH - 1, mean)} width={1} height={6} />
    </svg>
  )
}

type PartsProps = { readonly caption: string; readonly head: string; readonly parts: IdeaResult['groups'] }

function Parts({ caption, head, parts }: PartsProps) {
  if (parts.length === 0) return null
  return (
    <details className="idea-sources">
      <summary>{caption}</summary>
      <Table
        caption={caption}
        captionHidden
        columns={[
          { key: 'name', head, names: true, cell: ({ name }) => name },
          { key: 'people', head: say('results.people'), number: true, cell: ({ people }) => people },
          { key: 'value', head: say('results.points'), number: true, cell: ({ value }) => whole(value) },
          { key: 'helps', head: say('results.helped'), number: true, cell: ({ helps }) => percent(helps) },
        ]}
        rows={parts}
        keyOf={({ name }) => name}
      />
    </details>
  )
}
