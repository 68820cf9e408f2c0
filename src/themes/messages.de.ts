import { screens } from './rules/screens.de.ts'

export const messages = {
  'themes.only-hosts-shape': 'Nur Gastgebende können Themen ordnen.',
  'themes.two-languages': 'Diese Themen sind in zwei Sprachen. Nur Themen derselben Sprache lassen sich zusammenlegen.',
  'themes.same-theme': 'Wählen Sie ein anderes Thema: Das ist dasselbe.',
  'themes.not-in-it':
    'Einige dieser Beiträge sind nicht mehr in diesem Thema. Sehen Sie noch einmal nach und wählen Sie neu.',
  'themes.undone-already': 'Das wurde schon rückgängig gemacht.',
  'themes.gone-meanwhile': 'Dieses Thema gibt es nicht mehr. Wählen Sie ein anderes.',
  // What the pages say
  ...screens,
}
