import type { Catalogue } from '../kernel/messages.ts'
import { families } from './rules/families.en.ts'
import { screens } from './rules/screens.en.ts'

export const messages = {
  'themes.only-hosts-shape': 'Only hosts can shape themes.',
  'themes.two-languages': 'These themes are in two languages. Only themes of the same language can be merged.',
  'themes.same-theme': 'Choose another theme: this is the same one.',
  'themes.not-in-it': 'Some of these contributions are no longer where they were. Look again and choose anew.',
  'themes.undone-already': 'This was undone already.',
  'themes.gone-meanwhile': 'This theme is no longer there. Choose another one.',
  'themes.not-your-languages':
    'Only hosts who read both languages say whether two themes are one. Say above which languages you read.',
  'themes.same-language': 'These two themes are of one language: merge them instead.',
  'themes.glossary-full': 'The glossary holds {most} things. Take one out before you add another.',
  'themes.term-language-twice': 'Each language stands once in an entry: put several words into one field.',
  // What the pages say
  ...screens,
  ...families,
} as const satisfies Catalogue
