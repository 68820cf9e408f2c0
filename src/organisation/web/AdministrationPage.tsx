import { useState } from 'react'
import { SpeechFields } from '../../identity/web/index.ts'
import { type Answer, Await, Button, Card, Field, Form, tell } from '../../web-kit/index.ts'
import type { organisationContract } from '../contract.ts'
import { HUB_NAME_MAX } from '../rules/limits.ts'
import { AdministrationFrame } from './AdministrationFrame.tsx'
import { organisation } from './api.ts'
import { say } from './say.ts'
import { useRefresh } from './use-refresh.ts'

type Organisation = NonNullable<Answer<typeof organisationContract, 'GET /api/me'>['organisation']>

/** The organisation itself: name, language and zone. */
export function AdministrationPage() {
  const me = organisation.useAnswer('GET /api/me')
  return (
    <AdministrationFrame>
      <Await of={me}>{(found) => found.organisation && <OrganisationForm start={found.organisation} />}</Await>
    </AdministrationFrame>
  )
}

function OrganisationForm({ start }: { start: Organisation }) {
  const refresh = useRefresh()
  const [mine, setMine] = useState(start)
  const change = organisation.useSend('PUT /api/organisation')
  const done = () => {
    tell(say('administration.saved'))
    return refresh()
  }
  return (
    <Card>
      <Form
        onSend={() => change.mutate({ ...mine, name: mine.name.trim() }, { onSuccess: done })}
        busy={change.isPending}
        error={change.error}
        aria-label={say('administration.organisation')}
      >
        <Field
          label={say('administration.name')}
          required
          maxLength={HUB_NAME_MAX}
          value={mine.name}
          onChange={(name) => setMine({ ...mine, name })}
        />
        <SpeechFields value={mine} onChange={(speech) => setMine({ ...mine, ...speech })} />
        <p className="quiet-text">{say('administration.speech-hint')}</p>
        <div className="row">
          <Button kind="primary" type="submit" busy={change.isPending}>
            {say('administration.save')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
