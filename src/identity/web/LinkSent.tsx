import { Button, Card, Empty, Page } from '../../web-kit/index.ts'
import { say } from './say.ts'

/** The same for every address, known or not. */
export function LinkSent({ email, onAnother }: { email: string; onAnother: () => void }) {
  return (
    <Page title={say('identity.sign-in.title')}>
      <Card>
        <Empty
          icon="mail"
          title={say('identity.sign-in.link-sent')}
          action={<Button onPress={onAnother}>{say('identity.sign-in.another')}</Button>}
        >
          <p role="status">{say('identity.sign-in.link-sent-text', { email })}</p>
        </Empty>
      </Card>
    </Page>
  )
}
