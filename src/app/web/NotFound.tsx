import { Empty, LinkButton, Page } from '../../web-kit/index.ts'
import { say } from './say.ts'

/** An address without a page, or one that is not open to this person: both look the same. */
export function NotFound() {
  return (
    <Page title={say('app.not-found.title')}>
      <Empty
        icon="search"
        title={say('app.not-found.title')}
        action={<LinkButton to="/jams">{say('app.not-found.back')}</LinkButton>}
      >
        {say('app.not-found.text')}
      </Empty>
    </Page>
  )
}
