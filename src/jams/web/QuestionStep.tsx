import { useState } from 'react'
import { Field, Form, TextArea } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { JAM_QUESTION_MAX, JAM_TITLE_MAX } from '../rules/limits.ts'
import { SaveFoot, useNextStep } from './StepFoot.tsx'
import { say } from './say.ts'
import { useSettings } from './use-settings.ts'

/** The question of the jam, and its short name. */
export function QuestionStep({ view }: { view: JamView }) {
  const [question, setQuestion] = useState(view.jam.question)
  const [title, setTitle] = useState(view.jam.title)
  const { save, busy, error } = useSettings(view)
  const next = useNextStep(view, 'question')
  return (
    <Form busy={busy} error={error} onSend={() => save({ title: title.trim(), question: question.trim() }, next)}>
      <TextArea
        required
        reading
        oneLine
        rows={2}
        label={say('jams.question')}
        hint={say('jams.question.hint')}
        value={question}
        maxLength={JAM_QUESTION_MAX}
        counter={{ from: 200, max: JAM_QUESTION_MAX }}
        onChange={setQuestion}
      />
      <Field
        required
        label={say('jams.name')}
        hint={say('jams.name.hint')}
        value={title}
        maxLength={JAM_TITLE_MAX}
        onChange={setTitle}
      />
      <SaveFoot view={view} busy={busy} />
    </Form>
  )
}
