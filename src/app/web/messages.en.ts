import type { Catalogue } from '../../kernel/messages.ts'

/** What the shell around every page says in English. */
export const messages = {
  'app.nav.main': 'Main',
  'app.nav.catch-up': 'Catch up',
  'app.nav.jams': 'Jams',
  'app.nav.hubs': 'Hubs',
  'app.nav.administration': 'Administration',
  'app.nav.me': 'You',
  'app.nav.search': 'Search',
  'app.search': 'Search all that was said',
  'app.search.for': 'Search for “{words}”',
  'app.sign-in': 'Sign in',
  'app.guest': 'Guest',
  'app.you.menu': 'You and this device',
  'app.you.profile': 'Profile and sessions',
  'app.you.shortcuts': 'Keyboard shortcuts',
  'app.you.sign-out': 'Sign out',
  'app.theme.light': 'Light appearance',
  'app.theme.dark': 'Dark appearance',
  'app.theme.system': 'Appearance of the system',
  'app.not-found.title': 'There is nothing here',
  'app.not-found.text':
    'This page does not exist, or it is not open to you. If someone sent you the link, ask them whether you need an invitation.',
  'app.not-found.back': 'To the jams',
  'app.broken.title': 'This page has a fault',
  'app.broken.text':
    'It is not your doing, and what you had saved is safe. Reload the page; if it stays, tell your administrator.',
  'app.signed-out': 'You are signed out.',
} as const satisfies Catalogue
