import { useState } from 'react'
import { Button, type CallError, Field, Form, TextArea } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { FORUM_QUESTION_MAX, FORUM_TITLE_MAX } from '../rules/limits.ts'
import { PeoplePicker } from './PeoplePicker.tsx'
import { say } from './say.ts'

export type Forum = JamView['forums'][number]
export type ForumText = { title: string; question: string; hosts: string[] }

/** Title, framing question and hosts of one forum. */
export function ForumForm({
  forum,
  busy,
  error,
  onSave,
  onClose,
}: {
  forum: Forum | undefined
  busy: boolean
  error: CallError | null
  onSave: (text: ForumText) => void
  onClose: () => void
}) {
  const [title, setTitle] = useState(forum?.title ?? '')
  const [question, setQuestion] = useState(forum?.question ?? '')
  const [hosts, setHosts] = useState(forum?.hosts ?? [])
  const send = () => onSave({ title: title.trim(), question: question.trim(), hosts: hosts.map((host) => host.id) })
  return (
    <Form busy={busy} error={error} onSend={send} aria-label={forum?.title ?? say('jams.forums.add')}>
      <Field required label={say('jams.forum.title')} value={title} maxLength={FORUM_TITLE_MAX} onChange={setTitle} />
      <TextArea
        reading
        rows={2}
        label={say('jams.forum.question')}
        hint={say('jams.forum.question.hint')}
        value={question}
        maxLength={FORUM_QUESTION_MAX}
        counter={{ from: FORUM_QUESTION_MAX - 200, max: FORUM_QUESTION_MAX }}
        onChange={setQuestion}
      />
      <PeoplePicker label={say('jams.forum.hosts')} chosen={hosts} onChange={setHosts} />
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          {say('jams.save')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {say('jams.cancel')}
        </Button>
      </div>
    </Form>
  )
}
