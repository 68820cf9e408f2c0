import './jam.css'
import { useState } from 'react'
import { Await, Button, Form, LinkButton, Page, Refused, Select, useNavigation } from '../../web-kit/index.ts'
import { api, organisation } from './api.ts'
import { jamPath } from './jam-places.ts'
import { type Asked, QuestionFields, trimmed } from './QuestionFields.tsx'
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
  const [asked, setAsked] = useState<Asked>({ question: '', title: '' })
  const [hubId, setHub] = useState(hubs[0]?.id ?? '')
  const start = api.useSend('POST /api/jams')
  const changed = useJamChanged()
  const { go } = useNavigation()
  if (hubs.length === 0) return <Refused because={say('jams.start.refused')} />
  const send = () =>
    start.mutate(
      { hubId, ...trimmed(asked) },
      {
        onSuccess: (view) => {
          changed(view)
          go(jamPath(view.jam.id, 'set-up'))
        },
      },
    )
  return (
    <Form onSend={send} busy={start.isPending} error={start.error}>
      <QuestionFields value={asked} onChange={setAsked} />
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
        <LinkButton to="/jams/from-template">{say('jams.start.from-template')}</LinkButton>
      </div>
    </Form>
  )
}
