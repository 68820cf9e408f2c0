import { useState } from 'react'
import { Form } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { type Asked, QuestionFields, trimmed } from './QuestionFields.tsx'
import { SaveFoot, useNextStep } from './StepFoot.tsx'
import { useSettings } from './use-settings.ts'

/** The question of the jam, and its short name. */
export function QuestionStep({ view }: { view: JamView }) {
  const [asked, setAsked] = useState<Asked>(view.jam)
  const { save, busy, error } = useSettings(view)
  const next = useNextStep(view, 'question')
  return (
    <Form busy={busy} error={error} onSend={() => save(trimmed(asked), next)}>
      <QuestionFields value={asked} onChange={setAsked} />
      <SaveFoot view={view} busy={busy} />
    </Form>
  )
}
