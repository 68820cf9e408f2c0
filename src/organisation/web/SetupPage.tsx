import { useState } from 'react'
import { NewPersonFields, SpeechFields, useArrival, zoneOfBrowser } from '../../identity/web/index.ts'
import {
  Await,
  Button,
  Card,
  Empty,
  Field,
  Form,
  Page,
  Section,
  TextArea,
  useNavigation,
  viewer,
} from '../../web-kit/index.ts'
import { HUB_NAME_MAX } from '../rules/limits.ts'
import { organisation } from './api.ts'
import { say } from './say.ts'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The first run: opens only with the one-time link of the terminal. */
export function SetupPage() {
  const token = useNavigation().search.get('token') ?? ''
  return TOKEN.test(token) ? <AskFirst token={token} /> : <Over />
}

function AskFirst({ token }: { token: string }) {
  const setup = organisation.useAnswer('GET /api/setup', { token })
  return <Await of={setup}>{({ open }) => (open ? <SetupForm token={token} /> : <Over />)}</Await>
}

function Over() {
  return (
    <Page title={say('setup.over-title')}>
      <Empty icon="lock" title={say('setup.over-title')}>
        {say('setup.over-text')}
      </Empty>
    </Page>
  )
}

/** One hub a line; blank lines and doubles are nothing. */
export function hubsOf(lines: string): string[] {
  return [...new Set(lines.split('\n').map((line) => line.trim().slice(0, HUB_NAME_MAX)))].filter(Boolean).slice(0, 50)
}

function SetupForm({ token }: { token: string }) {
  const arrive = useArrival()
  const [name, setName] = useState('')
  const [hubs, setHubs] = useState('')
  const [owner, setOwner] = useState({ name: '', email: '', password: '' })
  const [speech, setSpeech] = useState({ locale: viewer().language, timeZone: zoneOfBrowser() })
  const setUp = organisation.useSend('POST /api/setup')
  const send = () =>
    setUp.mutate(
      {
        token,
        organisation: name.trim(),
        ...speech,
        owner: { name: owner.name.trim(), email: owner.email.trim(), password: owner.password || null },
        hubs: hubsOf(hubs),
      },
      { onSuccess: () => arrive('/jams') },
    )
  return (
    <Page title={say('setup.title')} lead={say('setup.lead')}>
      <Card>
        <Form onSend={send} busy={setUp.isPending} error={setUp.error} aria-label={say('setup.title')}>
          <Field
            label={say('setup.organisation')}
            hint={say('setup.organisation-hint')}
            autoComplete="organization"
            required
            maxLength={HUB_NAME_MAX}
            value={name}
            onChange={setName}
          />
          <SpeechFields value={speech} onChange={(change) => setSpeech({ ...speech, ...change })} />
          <Section title={say('setup.you')}>
            <NewPersonFields value={owner} onChange={(change) => setOwner({ ...owner, ...change })} />
          </Section>
          <TextArea
            label={say('setup.hubs')}
            hint={say('setup.hubs-hint')}
            maxLength={6000}
            value={hubs}
            onChange={setHubs}
          />
          <Button kind="primary" type="submit" busy={setUp.isPending}>
            {say('setup.go')}
          </Button>
        </Form>
      </Card>
    </Page>
  )
}
