import { useState } from 'react'
import { Field, Form, TextArea } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { PROMISE_DECIDES_MAX, PROMISE_MAX } from '../rules/limits.ts'
import { SaveFoot, useNextStep } from './StepFoot.tsx'
import { say } from './say.ts'
import { useSettings } from './use-settings.ts'

/** The promise card: who decides, by when, and what happens with the outcome. Without it no jam opens. */
export function PromiseStep({ view }: { view: JamView }) {
  const [decides, setDecides] = useState(view.promise?.decides ?? '')
  const [by, setBy] = useState(view.promise?.by ?? '')
  const [text, setText] = useState(view.promise?.text ?? '')
  const { save, busy, error } = useSettings(view)
  const next = useNextStep(view, 'promise')
  return (
    <Form
      busy={busy}
      error={error}
      onSend={() => save({ promise: { decides: decides.trim(), by, text: text.trim() } }, next)}
    >
      <p>{say('jams.promise.lead')}</p>
      <Field
        required
        label={say('jams.promise.decides')}
        hint={say('jams.promise.decides.hint')}
        value={decides}
        maxLength={PROMISE_DECIDES_MAX}
        onChange={setDecides}
      />
      <Field required type="date" label={say('jams.promise.by')} value={by} onChange={setBy} />
      <TextArea
        required
        reading
        rows={4}
        label={say('jams.promise.text')}
        hint={say('jams.promise.text.hint')}
        value={text}
        maxLength={PROMISE_MAX}
        counter={{ from: PROMISE_MAX - 300, max: PROMISE_MAX }}
        onChange={setText}
      />
      <SaveFoot view={view} busy={busy} />
    </Form>
  )
}
