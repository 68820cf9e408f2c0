import { numberFormat } from '../kernel/messages.ts'
import './pictures.css'
import { say } from './kit-say.ts'
import { viewer } from './say.ts'

/** How much of a whole is done, drawn; `label` says what. */
export function Progress({ value, max = 1, label }: { value: number; max?: number; label: string }) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  const percent = numberFormat(viewer().locale, { maximumFractionDigits: 0 }).format(share * 100)
  return (
    <div className="progress">
      <span className="progress-label">
        {label}
        <span className="number">{say('kit.percent', { value: percent })}</span>
      </span>
      <progress max={1} value={share} aria-label={label} />
    </div>
  )
}

type SparklineProps = {
  readonly values: readonly number[]
  /** What the line tells, for those who do not see it. */
  readonly label: string
  /** Number of the categorical colour, 1 to 8. */
  readonly hue?: number
}

/** A small line of how something went; put the numbers in a table where they matter. */
export function Sparkline({ values, label, hue = 1 }: SparklineProps) {
  const top = Math.max(1, ...values)
  const step = values.length > 1 ? 86 / (values.length - 1) : 0
  const points = values.map(
    (value, place) => `${(1 + place * step).toFixed(1)},${(21 - (value / top) * 19).toFixed(1)}`,
  )
  return (
    <svg className={`sparkline hue-${hue}`} viewBox="0 0 88 22" role="img" aria-label={label}>
      <polyline points={points.join(' ')} fill="none" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  )
}

type SplitProps = {
  readonly label: string
  readonly parts: readonly { label: string; value: number; tone: 'leaf' | 'clay' | 'pass' }[]
}

/** Parts of a whole in one bar, each named with its number below: agree, disagree, pass. Nothing when all are zero. */
export function SplitBar({ label, parts }: SplitProps) {
  const all = parts.reduce((sum, part) => sum + part.value, 0)
  if (all === 0) return null
  let from = 0
  return (
    <figure className="split" aria-label={label}>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((part) => {
          const x = from
          from += (part.value / all) * 100
          return <rect key={part.label} className={`split-${part.tone}`} x={x} y="0" width={from - x} height="4" />
        })}
      </svg>
      <figcaption>
        {parts.map((part) => (
          <span key={part.label} className={`split-word split-word-${part.tone}`}>
            {part.label} <b className="number">{numberFormat(viewer().locale).format(part.value)}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
