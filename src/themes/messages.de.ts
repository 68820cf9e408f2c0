import { families } from './rules/families.de.ts'
import { screens } from './rules/screens.de.ts'

export const messages = {
  'themes.only-hosts-shape': 'Nur Gastgebende können Themen ordnen.',
  'themes.two-languages': 'Diese Themen sind in zwei Sprachen. Nur Themen derselben Sprache lassen sich zusammenlegen.',
  'themes.same-theme': 'Wählen Sie ein anderes Thema: Das ist dasselbe.',
  'themes.not-in-it':
    'Einige dieser Beiträge sind nicht mehr, wo sie waren. Sehen Sie noch einmal nach und wählen Sie neu.',
  'themes.undone-already': 'Das wurde schon rückgängig gemacht.',
  'themes.gone-meanwhile': 'Dieses Thema gibt es nicht mehr. Wählen Sie ein anderes.',
  'themes.not-your-languages':
    'Ob zwei Themen eines sind, sagen nur Gastgebende, die beide Sprachen lesen. Geben Sie oben an, welche Sprachen Sie lesen.',
  'themes.same-language': 'Diese beiden Themen sind in derselben Sprache: führen Sie sie stattdessen zusammen.',
  'themes.glossary-full': 'Das Glossar fasst {most} Einträge. Nehmen Sie einen heraus, bevor Sie einen neuen anlegen.',
  'themes.term-language-twice': 'Jede Sprache steht in einem Eintrag einmal: Mehrere Wörter gehören in ein Feld.',
  // What the pages say
  ...screens,
  ...families,
}
