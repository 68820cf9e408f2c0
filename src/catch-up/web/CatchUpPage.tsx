import { useEffect } from 'react'
import { NoticeSeen } from '../../reading/web/index.ts'
import {
  Await,
  LinkButton,
  moveFocus,
  NewWaits,
  Page,
  Radios,
  Select,
  useNavigation,
  useShortcuts,
} from '../../web-kit/index.ts'
import { MINUTES, SINCE } from '../contract.ts'
import { CatchUp } from './CatchUp.tsx'
import { say } from './say.ts'
import { useAsked, useCatchUp } from './use-catch-up.ts'

/** What I missed in all my jams, in the time I have: the first page of Dandelion. */
export function CatchUpPage() {
  const { asked, setMinutes, setSince } = useAsked()
  const { view, waiting, show } = useCatchUp(asked)
  const minutes = asked.minutes ?? view.data?.minutes ?? 10
  useKeys()
  useWayToJams(view.data?.jams.length === 0)
  return (
    <Page
      title={say('catch-up.title')}
      lead={say('catch-up.lead')}
      actions={
        <LinkButton icon="settings" to="/follows">
          {say('catch-up.follows.title')}
        </LinkButton>
      }
    >
      <div className="catch-asked">
        <Radios
          inline
          legend={say('catch-up.minutes.label')}
          value={String(minutes)}
          options={MINUTES.map((count) => ({ value: String(count), label: say('catch-up.minutes.short', { count }) }))}
          onChange={setMinutes}
        />
        <Select
          label={say('catch-up.since.label')}
          value={asked.since ?? 'seen'}
          options={SINCE.map((value) => ({ value, label: say(`catch-up.since.${value}`) }))}
          onChange={setSince}
        />
      </div>
      <NewWaits sentence={waiting > 0 ? say('catch-up.waits', { count: waiting }) : null} onShow={show} />
      <NoticeSeen isKnown>
        <div className="catch-found" aria-busy={view.isPlaceholderData || undefined}>
          <Await of={view}>{(found) => <CatchUp key={`${found.since} ${found.minutes}`} view={found} />}</Await>
        </div>
      </NoticeSeen>
      <p className="quiet-text">
        {say('catch-up.other-forms')}: <a href="/catch-up/plain">{say('catch-up.form.plain')}</a> ·{' '}
        <a href="/catch-up/text">{say('catch-up.form.text')}</a>
      </p>
    </Page>
  )
}

/** On the first page of somebody who belongs to no jam that goes on, all jams stand instead. */
function useWayToJams(hasNone: boolean): void {
  const { path, go } = useNavigation()
  useEffect(() => {
    if (hasNone && path === '/') go('/jams', { replace: true })
  }, [hasNone, path, go])
}

const CARDS = '.catch-card'
const focused = () => document.activeElement?.closest<HTMLElement>(CARDS)

/** j and k go from card to card, s keeps its text, Enter opens it. */
function useKeys(): void {
  const { go } = useNavigation()
  const open = () => {
    const to = focused()?.dataset.open
    if (to) go(to)
  }
  const star = () => focused()?.querySelector<HTMLElement>('.catch-actions button[aria-pressed]')?.click()
  useShortcuts([
    { keys: 'j', does: say('catch-up.keys.next'), run: () => moveFocus(CARDS, 1) },
    { keys: 'k', does: say('catch-up.keys.previous'), run: () => moveFocus(CARDS, -1) },
    { keys: 's', does: say('catch-up.keys.star'), run: star },
    { keys: 'o', does: say('catch-up.keys.open'), run: open },
  ])
}
