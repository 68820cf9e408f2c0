import './jam.css'
import { useState } from 'react'
import { Await, Button, Field, Form, Page, Refused, Select, TextArea, useNavigation } from '../../web-kit/index.ts'
import { JAM_QUESTION_MAX, JAM_TITLE_MAX } from '../rules/limits.ts'
import { api, organisation } from './api.ts'
import { jamPath } from './jam-places.ts'
import { say } from './say.ts'
import { useJamChanged } from './use-jam.ts'

/** The first step of a jam: its question, its short name and its hub. Everything else can wait. */
export function StartJamPage() {
  const jams = api.useAnswer('GET /api/jams', { limit: 1 })
  const hubs = organisation.useAnswer('GET /api/hubs')
  return (
    <Page title={say('jams.start')} lead={say('jams.start.lead')} crumbs={[{ label: say('jams.title'), to: '/jams' }]}>
      <Await of={jams}>
        {({ mayStart }) => (
          <Await of={hubs}>
            {(answer) => (
              <StartForm
                hubs={answer.hubs.filter((hub) => mayStart.includes(hub.id)).map(({ id, name }) => ({ id, name }))}
              />
            )}
          </Await>
        )}
      </Await>
    </Page>
  )
}

export function StartForm({ hubs }: { hubs: readonly { id: string; name: string }[] }) {
  const [question, setQuestion] = useState('')
  const [title, setTitle] = useState('')
  const [hubId, setHub] = useState(hubs[0]?.id ?? '')
  const start = api.useSend('POST /api/jams')
  const changed = useJamChanged()
  const { go } = useNavigation()
  if (hubs.length === 0) return <Refused because={say('jams.start.refused')} />
  const send = () =>
    start.mutate(
      { hubId, title: title.trim(), question: question.trim() },
      {
        onSuccess: (view) => {
          changed(view)
          go(jamPath(view.jam.id, 'set-up'))
        },
      },
    )
  return (
    <Form onSend={send} busy={start.isPending} error={start.error}>
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
      <Select
        label={say('jams.hub')}
        hint={say('jams.hub.hint')}
        value={hubId}
        options={hubs.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setHub}
      />
      <div className="row">
        <Button kind="primary" type="submit" busy={start.isPending}>
          {say('jams.start.go')}
        </Button>
      </div>
    </Form>
  )
}
