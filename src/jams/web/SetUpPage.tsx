import { classes, Icon, Link, type PageProps, Refused, useSearchParam } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { AudienceStep } from './AudienceStep.tsx'
import { DatesStep } from './DatesStep.tsx'
import { ForumsEditor } from './ForumsEditor.tsx'
import { JamFrame } from './JamFrame.tsx'
import { jamPath } from './jam-places.ts'
import { OpenStep } from './OpenStep.tsx'
import { PromiseStep } from './PromiseStep.tsx'
import { QuestionStep } from './QuestionStep.tsx'
import { SeedsStep } from './SeedsStep.tsx'
import { StepFoot } from './StepFoot.tsx'
import { say } from './say.ts'
import { isStep, type StepName, steps } from './set-up-steps.ts'

/** Sets up a jam, one thing at a time; every step is saved by itself and can be left and come back to. */
export function SetUpPage({ params: { jamId } }: PageProps<'jamId'>) {
  const [word] = useSearchParam('step')
  const step = isStep(word) ? word : 'question'
  return (
    <JamFrame jamId={jamId}>
      {(view) =>
        view.may.edit.ok ? (
          <div className="set-up">
            <StepList view={view} step={step} />
            <section className="set-up-step" aria-labelledby="step">
              <h2 id="step">{say(`jams.step.${step}`)}</h2>
              <OneStep view={view} step={step} />
            </section>
          </div>
        ) : (
          <Refused because={view.may.edit} />
        )
      }
    </JamFrame>
  )
}

const missingKeys: Readonly<Partial<Record<StepName, readonly string[]>>> = {
  promise: ['jam.missing.promise'],
  forums: ['jam.missing.forum'],
  dates: ['jam.missing.end', 'jam.missing.dates', 'jam.missing.opening-missed'],
  audience: ['jam.missing.host'],
}

function StepList({ view, step }: { view: JamView; step: StepName }) {
  const isMissing = (name: StepName) => view.missing.some(({ key }) => missingKeys[name]?.includes(key))
  // First contributions may be left out, and only what can open is done.
  const done = { question: 'check', promise: 'check', forums: 'check', dates: 'check', audience: 'check' } as const
  const signs = { ...done, seeds: 'seed', open: view.missing.length === 0 ? 'check' : 'next' } as const
  return (
    <nav aria-label={say('jams.steps')}>
      <ol className="step-list plain-list">
        {steps.map((name) => (
          <li key={name} className={classes('step', isMissing(name) && 'step-missing')}>
            <Link
              to={`${jamPath(view.jam.id, 'set-up')}?step=${name}`}
              aria-current={name === step ? 'step' : undefined}
            >
              <Icon name={isMissing(name) ? 'warning' : signs[name]} size={16} />
              {say(`jams.step.${name}`)}
              {isMissing(name) && <span className="visually-hidden">{say('jams.step.missing')}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function OneStep({ view, step }: { view: JamView; step: StepName }) {
  switch (step) {
    case 'question':
      return <QuestionStep view={view} />
    case 'promise':
      return <PromiseStep view={view} />
    case 'forums':
      return (
        <>
          <p>{say('jams.forums.lead')}</p>
          <ForumsEditor view={view} />
          <StepFoot view={view} step="forums" />
        </>
      )
    case 'seeds':
      return <SeedsStep view={view} />
    case 'dates':
      return <DatesStep view={view} />
    case 'audience':
      return <AudienceStep view={view} />
    case 'open':
      return <OpenStep view={view} />
  }
}
