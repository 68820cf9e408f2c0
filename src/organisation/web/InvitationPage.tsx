import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NewPersonFields, SpeechFields, useArrival, zoneOfBrowser } from '../../identity/web/index.ts'
import {
  type Answer,
  Await,
  Button,
  Card,
  Empty,
  Form,
  LinkButton,
  Page,
  useNavigation,
  viewer,
} from '../../web-kit/index.ts'
import type { organisationContract } from '../contract.ts'
import { organisation } from './api.ts'
import { say, sayRich } from './say.ts'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

type Opens = NonNullable<Answer<typeof organisationContract, 'POST /api/invitation'>['invitation']>
type Me = Answer<typeof organisationContract, 'GET /api/me'>['person']

/** The page of an invitation link: says what it opens; only the button accepts. */
export function InvitationPage() {
  const token = useNavigation().search.get('token') ?? ''
  return TOKEN.test(token) ? <AskFirst token={token} /> : <Over />
}

function AskFirst({ token }: { token: string }) {
  // A question asked by POST, so that the token stays out of logs: it changes nothing.
  const opens = useQuery({
    queryKey: ['POST /api/invitation', token],
    queryFn: () => organisation.call('POST /api/invitation', { token }),
  })
  const me = organisation.useAnswer('GET /api/me')
  return (
    <Await of={me}>
      {({ person }) => (
        <Await of={opens}>
          {({ invitation }) => (invitation ? <Accept token={token} opens={invitation} me={person} /> : <Over />)}
        </Await>
      )}
    </Await>
  )
}

function Over() {
  return (
    <Page title={say('invitation.over-title')}>
      <Empty icon="door" title={say('invitation.over-title')}>
        {say('invitation.over-text')}
      </Empty>
    </Page>
  )
}

function Accept({ token, opens, me }: { token: string; opens: Opens; me: Me }) {
  const arrive = useArrival()
  const [person, setPerson] = useState({ name: '', email: '', password: '' })
  const [speech, setSpeech] = useState({ locale: viewer().language, timeZone: zoneOfBrowser() })
  const redeem = organisation.useSend('POST /api/invitation/redeem')
  const given = { name: person.name.trim(), email: person.email.trim(), password: person.password || null, ...speech }
  const send = () => redeem.mutate({ token, person: me ? null : given }, { onSuccess: () => arrive('/jams') })
  return (
    <Page title={say('invitation.title')}>
      <Card>
        <Form onSend={send} busy={redeem.isPending} error={redeem.error} aria-label={say('invitation.title')}>
          <Opening opens={opens} />
          {!me && (
            <>
              <NewPersonFields value={person} onChange={(change) => setPerson({ ...person, ...change })} />
              <SpeechFields value={speech} onChange={(change) => setSpeech({ ...speech, ...change })} />
            </>
          )}
          <Button kind="primary" type="submit" busy={redeem.isPending}>
            {me ? say('invitation.accept-as', { name: me.name }) : say('invitation.accept')}
          </Button>
          {!me && (
            <LinkButton kind="quiet" to={`/sign-in?to=${encodeURIComponent(`/invitation?token=${token}`)}`}>
              {say('invitation.have-account')}
            </LinkButton>
          )}
        </Form>
      </Card>
    </Page>
  )
}

function Opening({ opens }: { opens: Opens }) {
  const names = { organisation: <b key="organisation">{opens.organisation}</b>, hub: <b key="hub">{opens.hub}</b> }
  return (
    <div className="stack stack-tight">
      <p>{sayRich('invitation.text', names)}</p>
      {opens.role === 'guest' && <p className="quiet-text">{say('invitation.as-guest')}</p>}
      {opens.role === 'host' && <p className="quiet-text">{say('invitation.as-host')}</p>}
    </div>
  )
}
