import './shell.css'
import type { ReactNode } from 'react'
import { CommandKeys, useCommandKeys } from '../../web-kit/CommandKeys.tsx'
import {
  Badge,
  Button,
  classes,
  Icon,
  type IconName,
  Link,
  LinkButton,
  Mark,
  type PaletteEntry,
  useNavigation,
  usePaletteAnswers,
  usePaletteEntries,
} from '../../web-kit/index.ts'
import { keyNames } from '../../web-kit/key-names.ts'
import { say as kitSay } from '../../web-kit/kit-say.ts'
import { LiveSign } from '../../web-kit/live/index.ts'
import { Toasts } from '../../web-kit/Toasts.tsx'
import { say } from './say.ts'
import type { Me } from './use-me.ts'
import { YouMenu } from './YouMenu.tsx'

type Place = { readonly to: string; readonly label: string; readonly icon: IconName }

/** The areas that are open to this person, in the order of the rail. */
function placesFor(me: Me | undefined): Place[] {
  const places: Place[] = [{ to: '/jams', label: say('app.nav.jams'), icon: 'jams' }]
  if (me?.person) places.unshift({ to: '/catch-up', label: say('app.nav.catch-up'), icon: 'inbox' })
  if (me?.may.seeHubs) places.push({ to: '/hubs', label: say('app.nav.hubs'), icon: 'hubs' })
  if (me?.may.administer) places.push({ to: '/administration', label: say('app.nav.administration'), icon: 'settings' })
  return places
}

/** What stands around every page: the rail (a bar at the bottom on a phone), keys, toasts. */
export function Shell({ me, children }: { me: Me | undefined; children: ReactNode }) {
  const [open, setOpen] = useCommandKeys()
  const places = placesFor(me)
  const profile: Place = { to: '/profile', label: say('app.you.profile'), icon: 'person' }
  usePaletteEntries([...places, ...(me?.person ? [profile] : [])].map((place) => ({ id: place.to, ...place })))
  usePaletteAnswers((words) => (me?.person ? [searchFor(words)] : []))
  return (
    <div className="shell">
      <SkipLink />
      <header className="rail">
        <Link to={me?.person ? '/' : '/jams'} className="brand" aria-label={me?.organisation?.name ?? 'Dandelion'}>
          <Mark />
          <span>{me?.organisation?.name ?? 'Dandelion'}</span>
        </Link>
        <Places places={places} />
        <div className="rail-foot">
          <Button kind="quiet" icon="search" aria-keyshortcuts="Control+K" onPress={() => setOpen('palette')}>
            <span className="rail-word">{say('app.nav.search')}</span>
            <kbd className="rail-word">{keyNames('mod+k').join(' ')}</kbd>
          </Button>
          <You me={me} onSheet={() => setOpen('sheet')} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <LiveSign />
        {children}
      </main>
      <Toasts />
      <CommandKeys open={open} onOpen={setOpen} />
    </div>
  )
}

const searchFor = (words: string): PaletteEntry => ({
  id: 'search',
  icon: 'search',
  label: words ? say('app.search.for', { words }) : say('app.search'),
  to: words ? `/search?q=${encodeURIComponent(words)}` : '/search',
})

function SkipLink() {
  return (
    <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
      {kitSay('kit.skip')}
    </button>
  )
}

function Places({ places }: { places: readonly Place[] }) {
  const { path } = useNavigation()
  return (
    <nav aria-label={say('app.nav.main')} className="places">
      {places.map(({ to, label, icon }) => {
        const here = path === to || path.startsWith(`${to}/`) || (path === '/' && to === '/catch-up')
        return (
          <Link key={to} to={to} title={label} aria-current={here ? 'page' : undefined}>
            <Icon name={icon} size={20} />
            <span>{label}</span>
          </Link>
        )
      })}
    </nav>
  )
}

function You({ me, onSheet }: { me: Me | undefined; onSheet: () => void }) {
  const { path } = useNavigation()
  if (!me) return null
  if (!me.person) {
    return (
      <LinkButton kind="primary" icon="person" to="/sign-in">
        <span className="rail-word sign-in-word">{say('app.sign-in')}</span>
      </LinkButton>
    )
  }
  return (
    <div className={classes('you', path === '/profile' && 'you-here')}>
      <YouMenu person={me.person} onSheet={onSheet}>
        <span className="you-name rail-word">
          {me.person.name}
          <small>{me.person.guest ? <Badge tone="pollen">{say('app.guest')}</Badge> : me.person.homeHub}</small>
        </span>
      </YouMenu>
    </div>
  )
}

/** Around pages with one thing to do (sign in, accept, set up): the brand and a sheet of paper, nothing else. */
export function BareShell({ me, children }: { me: Me | undefined; children: ReactNode }) {
  return (
    <div className="bare">
      <header className="bare-brand">
        <Mark size={32} />
        <span>{me?.organisation?.name ?? 'Dandelion'}</span>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Toasts />
    </div>
  )
}
