import { Section, Table, Time } from '../../web-kit/index.ts'
import type { ThemeView } from '../contract.ts'
import { say } from './say.ts'

const WIDTH = 600
const HEIGHT = 80

/** Contributions over time as bars, with the table behind them. */
export function Timeline({ steps }: { steps: ThemeView['timeline'] }) {
  if (steps.length < 2) return null
  const most = Math.max(1, ...steps.map(({ contributions }) => contributions))
  const width = WIDTH / steps.length
  return (
    <Section title={say('themes.timeline')}>
      <svg className="theme-timeline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('themes.timeline')}>
        {steps.map(({ at, contributions }, place) => {
          const height = (contributions / most) * HEIGHT
          return (
            <rect
              key={at}
              x={place * width + 0.5}
              y={HEIGHT - height}
              width={Math.max(1, width - 1)}
              height={height}
              rx={Math.min(2, width / 4)}
            />
          )
        })}
      </svg>
      <details className="theme-table">
        <summary>{say('themes.timeline.table')}</summary>
        <Table
          caption={say('themes.timeline')}
          captionHidden
          columns={[
            {
              key: 'at',
              head: say('themes.timeline.when'),
              names: true,
              cell: ({ at }) => <Time at={at} as="absolute" />,
            },
            {
              key: 'contributions',
              head: say('themes.table.contributions'),
              number: true,
              cell: ({ contributions }) => contributions,
            },
            { key: 'people', head: say('themes.table.people'), number: true, cell: ({ people }) => people },
          ]}
          rows={steps}
          keyOf={({ at }) => at}
        />
      </details>
    </Section>
  )
}
