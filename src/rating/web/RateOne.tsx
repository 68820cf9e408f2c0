import { useEffect, useRef, useState } from 'react'
import { Button, classes, Link, Problem, useShortcuts } from '../../web-kit/index.ts'
import type { BallotIdea, BallotView, Rating } from '../contract.ts'
import { api } from './api.ts'
import { threadPath } from './places.ts'
import { say } from './say.ts'

type Props = {
  readonly jamId: string
  readonly idea: BallotIdea
  /** More are at hand. */
  readonly next: boolean
  /** What I said of it before. */
  readonly before?: Rating | null
  readonly onChanged: (view: BallotView) => void
}

const POINTS = [1, 2, 3, 4, 5] as const

/** One idea with three questions, made for a thumb: large marks at the lower edge. By keys: 1 to 5 answers the question
 *  that waits, y or n the last, s skips, Enter sends. */
export function RateOne({ jamId, idea, next, before, onChanged }: Props) {
  const [impact, setImpact] = useState<number | null>(before?.impact ?? null)
  const [feasibility, setFeasibility] = useState<number | null>(before?.feasibility ?? null)
  const [helps, setHelps] = useState<boolean | null>(before?.helps ?? null)
  const title = useRef<HTMLHeadingElement>(null)
  const send = api.useSend('PUT /api/jams/:jamId/ballot')
  // The page goes on to the next idea by itself: whoever does not see it is told by the focus.
  useEffect(() => title.current?.focus({ preventScroll: before !== undefined }), [before])
  const put = (rating: Rating | null) => {
    if (!send.isPending) send.mutate({ jamId, ideaId: idea.id, rating }, { onSuccess: onChanged })
  }
  const whole = impact !== null && feasibility !== null && helps !== null ? { impact, feasibility, helps } : null
  const point = (value: number) => (impact === null ? setImpact(value) : setFeasibility(value))
  useShortcuts([
    ...POINTS.map((value) => ({ keys: String(value), does: say('rate.keys.points'), run: () => point(value) })),
    { keys: 'y', does: say('rate.helps.yes'), run: () => setHelps(true) },
    { keys: 'n', does: say('rate.helps.no'), run: () => setHelps(false) },
    { keys: 's', does: say('rate.skip'), run: () => put(null) },
    { keys: 'w', does: say('rate.send'), run: () => whole && put(whole) },
  ])
  return (
    <section className="card card-raised rate-one" aria-label={idea.sentence}>
      <h2 ref={title} tabIndex={-1} className="idea-sentence reading" lang={idea.language}>
        {idea.sentence}
      </h2>
      <From jamId={jamId} idea={idea} />
      <Scale
        legend={say('rate.impact')}
        low={say('rate.impact.low')}
        high={say('rate.impact.high')}
        value={impact}
        onChange={setImpact}
      />
      <Scale
        legend={say('rate.feasibility')}
        low={say('rate.feasibility.low')}
        high={say('rate.feasibility.high')}
        value={feasibility}
        onChange={setFeasibility}
      />
      <fieldset className="rate-scale">
        <legend>{say('rate.helps')}</legend>
        <div className="rate-marks rate-marks-two">
          <Mark label={say('rate.helps.yes')} on={helps === true} onPress={() => setHelps(true)} />
          <Mark label={say('rate.helps.no')} on={helps === false} onPress={() => setHelps(false)} />
        </div>
      </fieldset>
      <div className="row rate-foot">
        <Button
          kind="primary"
          busy={send.isPending}
          may={whole ? { ok: true } : { ok: false, because: 'rate.incomplete', sentence: say('rate.incomplete') }}
          onPress={() => whole && put(whole)}
        >
          {say(next ? 'rate.send' : 'rate.send-last')}
        </Button>
        <Button kind="quiet" busy={send.isPending} onPress={() => put(null)}>
          {say('rate.skip')}
        </Button>
      </div>
      {send.error && <Problem small error={send.error} />}
    </section>
  )
}

function From({ jamId, idea }: { jamId: string; idea: BallotIdea }) {
  return (
    <details className="idea-sources">
      <summary>{say('rate.sources', { count: idea.sources.length })}</summary>
      <ul>
        {idea.sources.map(({ threadId, title }) => (
          <li key={threadId + title}>
            <Link to={threadPath(jamId, threadId)}>{title}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

type ScaleProps = {
  readonly legend: string
  readonly low: string
  readonly high: string
  readonly value: number | null
  readonly onChange: (value: number) => void
}

function Scale({ legend, low, high, value, onChange }: ScaleProps) {
  const nameOf = (points: number): string => (points === 1 ? `1, ${low}` : points === 5 ? `5, ${high}` : String(points))
  return (
    <fieldset className="rate-scale">
      <legend>{legend}</legend>
      <div className="rate-marks">
        {POINTS.map((points) => (
          <Mark
            key={points}
            label={String(points)}
            name={nameOf(points)}
            on={value === points}
            onPress={() => onChange(points)}
          />
        ))}
      </div>
      <p className="rate-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  )
}

type MarkProps = { readonly label: string; readonly name?: string; readonly on: boolean; readonly onPress: () => void }

function Mark({ label, name, on, onPress }: MarkProps) {
  return (
    <button
      type="button"
      className={classes('rate-mark', on && 'rate-mark-on')}
      aria-label={name}
      aria-pressed={on}
      onClick={onPress}
    >
      {label}
    </button>
  )
}
