/** What the shell around every page says in German. */
export const messages = {
  'app.nav.main': 'Hauptbereiche',
  'app.nav.catch-up': 'Nachlesen',
  'app.nav.jams': 'Jams',
  'app.nav.hubs': 'Hubs',
  'app.nav.administration': 'Verwaltung',
  'app.nav.me': 'Sie',
  'app.nav.search': 'Suchen',
  'app.search': 'Alles durchsuchen, was gesagt wurde',
  'app.search.for': 'Nach „{words}“ suchen',
  'app.sign-in': 'Anmelden',
  'app.guest': 'Gast',
  'app.you.menu': 'Sie und dieses Gerät',
  'app.you.profile': 'Profil und Anmeldungen',
  'app.you.shortcuts': 'Tastenkürzel',
  'app.you.sign-out': 'Abmelden',
  'app.theme.light': 'Helles Aussehen',
  'app.theme.dark': 'Dunkles Aussehen',
  'app.theme.system': 'Aussehen des Systems',
  'app.not-found.title': 'Hier ist nichts',
  'app.not-found.text':
    'Diese Seite gibt es nicht, oder sie ist für Sie nicht geöffnet. Wenn Sie den Link bekommen haben, fragen Sie dort, ob Sie eine Einladung brauchen.',
  'app.not-found.back': 'Zu den Jams',
  'app.broken.title': 'Diese Seite hat einen Fehler',
  'app.broken.text':
    'Das liegt nicht an Ihnen, und was Sie gesichert hatten, ist sicher. Laden Sie die Seite neu; bleibt es dabei, sagen Sie es bitte der Administration.',
  'app.signed-out': 'Sie sind abgemeldet.',
}
