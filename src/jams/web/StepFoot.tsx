import { Button, LinkButton, useNavigation } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { jamPath } from './jam-places.ts'
import { say } from './say.ts'
import { type StepName, stepAfter } from './set-up-steps.ts'

/** The address of a step of the set-up. */
export const stepPath = (view: JamView, step: StepName): string => `${jamPath(view.jam.id, 'set-up')}?step=${step}`

type StepFootProps = {
  readonly view: JamView
  readonly step: StepName
  /** What is typed on this step and not saved yet: saved before one goes on. */
  readonly unsaved?: { readonly busy: boolean; save(then: () => void): void } | undefined
}

/** Where to go from a step that saves by itself. */
export function StepFoot({ view, step, unsaved }: StepFootProps) {
  const next = stepAfter(step)
  const goOn = useNextStep(view, step)
  return (
    <div className="row step-foot">
      {next && unsaved && (
        <Button kind="primary" busy={unsaved.busy} onPress={() => unsaved.save(goOn)}>
          {say('jams.step.next', { step: say(`jams.step.${next}`) })}
        </Button>
      )}
      {next && !unsaved && (
        <LinkButton kind="primary" to={stepPath(view, next)}>
          {say('jams.step.next', { step: say(`jams.step.${next}`) })}
        </LinkButton>
      )}
    </div>
  )
}

/** Under a form: saves, and goes to the next step while the jam is being prepared. */
export function SaveFoot({ view, busy }: { view: JamView; busy: boolean }) {
  const isPreparing = view.jam.phase === 'prepare'
  return (
    <div className="row step-foot">
      <Button kind={isPreparing ? 'primary' : 'plain'} type="submit" busy={busy}>
        {say(isPreparing ? 'jams.save-and-next' : 'jams.save')}
      </Button>
    </div>
  )
}

/** Goes to the step after this one. */
export function useNextStep(view: JamView, step: StepName): () => void {
  const { go } = useNavigation()
  const next = stepAfter(step)
  return () => next && view.jam.phase === 'prepare' && go(stepPath(view, next))
}
