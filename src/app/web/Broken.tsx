import { Button, Empty, Page } from '../../web-kit/index.ts'
import { say as kitSay } from '../../web-kit/kit-say.ts'
import { say } from './say.ts'

/** A page that threw: the shell stays, the person can go elsewhere or load anew. */
export function Broken() {
  return (
    <Page title={say('app.broken.title')}>
      <Empty
        icon="warning"
        title={say('app.broken.title')}
        action={<Button onPress={() => location.reload()}>{kitSay('kit.problem.reload')}</Button>}
      >
        {say('app.broken.text')}
      </Empty>
    </Page>
  )
}
