import { Button, Card, Form, LinkButton, Note, Page, useNavigation } from '../../web-kit/index.ts'
import { identity } from './api.ts'
import { say } from './say.ts'
import { useArrival } from './use-arrival.ts'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The page of a one-time link: opening it changes nothing (mail programs open links too), the button signs in. */
export function RedeemLinkPage() {
  const token = useNavigation().search.get('token') ?? ''
  const arrive = useArrival()
  const redeem = identity.useSend('POST /api/sign-in/redeem')
  const usable = TOKEN.test(token)
  // A second press while the person is on the way would use the link again.
  const busy = redeem.isPending || redeem.isSuccess
  return (
    <Page title={say('identity.link.title')}>
      <Card>
        {usable ? (
          <Form
            onSend={() => redeem.mutate({ token }, { onSuccess: () => arrive('/') })}
            busy={busy}
            error={redeem.error}
            aria-label={say('identity.link.title')}
          >
            <p>{say('identity.link.text')}</p>
            <Button kind="primary" type="submit" busy={busy}>
              {say('identity.sign-in.go')}
            </Button>
          </Form>
        ) : (
          <Note tone="pollen">{say('identity.link.incomplete')}</Note>
        )}
        {(redeem.error || !usable) && (
          <LinkButton to="/sign-in" icon="mail">
            {say('identity.link.ask-again')}
          </LinkButton>
        )}
      </Card>
    </Page>
  )
}
