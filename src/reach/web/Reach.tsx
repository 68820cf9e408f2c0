import { languageNames, numberFormat } from '../../kernel/messages.ts'
import { Empty, Section, Table, Time, viewer } from '../../web-kit/index.ts'
import type { ReachRow, ReachView, Steps } from '../contract.ts'
import { STEPS } from '../rules/steps.ts'
import { Missing } from './Missing.tsx'
import { say, sayRich } from './say.ts'

type Props = { readonly view: ReachView; readonly onChanged: (view: ReachView) => void }

/** The steps drawn as bars, then by hub and by language as tables, then who is missing. */
export function Reach({ view, onChanged }: Props) {
  const { all, at, hubs, languages, spokenFor } = view
  if (!all || !at)
    return (
      <Empty icon="clock" title={say('reach.waiting.title')}>
        {say('reach.waiting.text')}
      </Empty>
    )
  return (
    <div className="stack stack-wide">
      <Section title={say('reach.title')}>
        <p>{say('reach.lead')}</p>
        <Bars steps={all} />
        {spokenFor.meetings > 0 && <p>{say('reach.apart', { count: spokenFor.meetings, people: spokenFor.people })}</p>}
        <p className="quiet-text">{sayRich('reach.counted', { time: <Time at={at} /> })}</p>
        <p className="quiet-text">{say('reach.means')}</p>
      </Section>
      <Missing view={view} onChanged={onChanged} />
      <ByPart
        title={say('reach.hubs')}
        head={say('reach.hub')}
        rows={hubs}
        nameOf={(name) => name ?? say('reach.no-hub')}
      />
      <ByPart title={say('reach.languages')} head={say('reach.language')} rows={languages} nameOf={languageName} />
    </div>
  )
}

function Bars({ steps }: { steps: Steps }) {
  const most = Math.max(1, ...STEPS.map((step) => steps[step] ?? 0))
  return (
    <dl className="reach-bars">
      {STEPS.map((step) => (
        <div key={step}>
          <dt>{say(`reach.step.${step}`)}</dt>
          <dd>
            <b className="number">{numberOf(steps[step])}</b>
            {steps[step] !== null && <progress max={most} value={steps[step]} aria-hidden="true" />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type PartProps = {
  readonly title: string
  readonly head: string
  readonly rows: readonly ReachRow[]
  readonly nameOf: (name: string | null) => string
}

function ByPart({ title, head, rows, nameOf }: PartProps) {
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: 'name', head, names: true, cell: ({ name }) => nameOf(name) },
          ...STEPS.map((step) => ({
            ...{ key: step, head: say(`reach.step.${step}`), number: true },
            cell: ({ steps }: ReachRow) => numberOf(steps[step]),
          })),
        ]}
        rows={rows}
        keyOf={({ id }) => id ?? ''}
      />
      <p className="quiet-text">{say('reach.hidden.means')}</p>
    </Section>
  )
}

function numberOf(people: number | null): string {
  return people === null ? say('reach.hidden') : numberFormat(viewer().locale).format(people)
}

function languageName(tag: string | null): string {
  try {
    return languageNames(viewer().locale).of(tag ?? 'und') ?? ''
  } catch {
    return tag ?? ''
  }
}
