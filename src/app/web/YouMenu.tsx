import { type ReactNode, useState } from 'react'
import { Avatar, Menu, type MenuEntry } from '../../web-kit/index.ts'
import { chooseTheme, chosenTheme, type Theme } from '../../web-kit/theme.ts'
import { say } from './say.ts'
import { type Person, useSignOut } from './use-me.ts'

/** Everything about the person and this device, behind their sign at the foot of the rail. */
export function YouMenu({ person, onSheet, children }: { person: Person; onSheet: () => void; children: ReactNode }) {
  const signOut = useSignOut()
  const [theme, setTheme] = useState(chosenTheme)
  const choose = (chosen: Theme) => {
    chooseTheme(chosen)
    setTheme(chosen)
  }
  const entries: MenuEntry[] = [
    { id: 'profile', label: say('app.you.profile'), icon: 'person', to: '/profile' },
    { id: 'sheet', label: say('app.you.shortcuts'), icon: 'keyboard', onPress: onSheet },
    themeEntry(theme, choose),
    { id: 'out', label: say('app.you.sign-out'), icon: 'door', onPress: signOut },
  ]
  return (
    <Menu label={say('app.you.menu')} entries={entries}>
      <Avatar id={person.id} name={person.name} />
      <span className="visually-hidden">{say('app.you.menu')}</span>
      {children}
    </Menu>
  )
}

// One entry that goes round: system, then the other of light and dark, then back.
function themeEntry(theme: Theme, choose: (theme: Theme) => void): MenuEntry {
  const next = { system: 'dark', dark: 'light', light: 'system' } as const
  const to = next[theme]
  return {
    id: 'theme',
    label: say(`app.theme.${to}`),
    icon: to === 'light' ? 'sun' : to === 'dark' ? 'moon' : 'globe',
    onPress: () => choose(to),
  }
}
