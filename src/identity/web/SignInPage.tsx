import './identity.css'
import { useState } from 'react'
import { Button, Card, Field, Form, Page, useNavigation } from '../../web-kit/index.ts'
import { identity } from './api.ts'
import { LinkSent } from './LinkSent.tsx'
import { say } from './say.ts'
import { useArrival } from './use-arrival.ts'

/** Signing in by password or by a link; at /sign-in, and in place of every page that needs a person. */
export function SignInPage() {
  const [email, setEmail] = useState('')
  const askForLink = identity.useSend('POST /api/sign-in/link')
  if (askForLink.isSuccess) return <LinkSent email={email} onAnother={askForLink.reset} />
  return (
    <Page title={say('identity.sign-in.title')}>
      <Card>
        <SignInForm
          email={email}
          onEmail={setEmail}
          asking={askForLink.isPending}
          askProblem={askForLink.error}
          onLink={() => askForLink.mutate({ email: email.trim() })}
        />
      </Card>
      <p className="quiet-text">{say('identity.sign-in.no-account')}</p>
    </Page>
  )
}

/** Where to go after signing in: an address of this product, never of another host; else the first page, what she missed. */
export function placeWithin(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/'
}

type SignInFormProps = {
  readonly email: string
  readonly onEmail: (email: string) => void
  readonly asking: boolean
  readonly askProblem: ReturnType<typeof identity.useSend<'POST /api/sign-in/link'>>['error']
  readonly onLink: () => void
}

function SignInForm({ email, onEmail, asking, askProblem, onLink }: SignInFormProps) {
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<'need-email' | 'bad-email'>()
  const { path, search } = useNavigation()
  const arrive = useArrival()
  const signIn = identity.useSend('POST /api/sign-in')
  const send = () =>
    signIn.mutate(
      { email: email.trim(), password },
      { onSuccess: () => arrive(path === '/sign-in' ? placeWithin(search.get('to')) : undefined) },
    )
  const askForLink = () => {
    const usable = /^[^\s@]+@[^\s@]+$/.test(email.trim())
    setMissing(usable ? undefined : email.trim() === '' ? 'need-email' : 'bad-email')
    if (usable) onLink()
  }
  return (
    <Form
      onSend={send}
      busy={signIn.isPending}
      error={signIn.error ?? askProblem}
      aria-label={say('identity.sign-in.title')}
    >
      <Field
        label={say('identity.sign-in.email')}
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        value={email}
        onChange={onEmail}
        error={missing && say(`identity.sign-in.${missing}`)}
      />
      <Field
        label={say('identity.sign-in.password')}
        type="password"
        autoComplete="current-password"
        required
        maxLength={256}
        value={password}
        onChange={setPassword}
      />
      <Button kind="primary" type="submit" busy={signIn.isPending}>
        {say('identity.sign-in.go')}
      </Button>
      <p className="or-line">{say('identity.sign-in.or')}</p>
      <Button icon="mail" busy={asking} onPress={askForLink}>
        {say('identity.sign-in.send-link')}
      </Button>
    </Form>
  )
}
