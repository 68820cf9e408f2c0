import { screens } from './rules/screens.de.ts'

export const messages = {
  'report.only-hosts': 'Nur die Gastgebenden dieses Jams sehen seinen Bericht durch und lesen den Entwurf.',
  'report.not-made-yet': 'Der Bericht ist noch nicht erstellt. Er folgt binnen einer Minute nach dem Ende des Jams.',
  'report.being-made': 'Diese Ausgabe wird gerade erstellt. Kommen Sie gleich wieder.',
  'letter.title': 'Mein Brief aus „{jam}“',
  'letter.written': {
    one: '{count} Beitrag oder Antwort von mir steht im Bericht.',
    other: '{count} Beiträge und Antworten von mir stehen im Bericht.',
  },
  'letter.themes': { one: 'Sie gingen in {count} Thema ein.', other: 'Sie gingen in {count} Themen ein.' },
  'letter.cited': {
    one: '{count} davon wird angeführt oder zitiert.',
    other: '{count} davon werden angeführt oder zitiert.',
  },
  'letter.in': 'Gezählt in „{theme}“',
  'letter.unsorted': 'In keinem Thema; in Kapitel 7 aufgeführt',
  'letter.headline': 'ein Hauptthema',
  'letter.use.themes': 'bei seinem Thema angeführt',
  'letter.use.opinions': 'als Gemeinsames oder Trennendes zitiert',
  'letter.use.voices': 'unter den kleinen Stimmen zitiert',
  ...screens,
} as const
