import type { Catalogue } from '../../kernel/messages.ts'

/** What the pages of families and of the glossary say in English. */
export const families = {
  'themes.families': 'Families across languages',
  'themes.families.text':
    'Themes are found in each language by itself. A family joins those of several languages that are about one thing. Its people are counted once, in whatever languages they write.',
  'themes.families.none':
    'No families yet: themes of two languages are joined when enough speaks for it, or when hosts say so.',
  'themes.families.count': {
    one: '{count} family joins themes of several languages',
    other: '{count} families join themes of several languages',
  },
  'themes.family.confirmed': 'confirmed by hosts',
  'themes.family.sure': 'found by the machine, {share} sure',
  'themes.family.unquoted': 'Nobody is quoted here in {languages}: the quotes speak for the other languages alone.',
  'themes.family.why': 'Why these are one',
  'themes.family.others': 'The same in other languages',
  'themes.family.people': {
    one: '{count} person in all of its languages',
    other: '{count} people in all of its languages',
  },
  'themes.evidence.said': 'Hosts who read both languages said so.',
  'themes.evidence.few': 'Fewer than five people write or vote in both.',
  'themes.evidence.replies': {
    one: '{count} typed reply goes from one to the other; by chance it would be {expected}.',
    other: '{count} typed replies go from one to the other; by chance it would be {expected}.',
  },
  'themes.evidence.people': {
    one: '{count} person writes or votes in both; by chance it would be {expected}.',
    other: '{count} people write or vote in both; by chance it would be {expected}.',
  },
  'themes.evidence.marks': {
    one: '{count} name, number or address is in both; by chance it would be {expected}.',
    other: '{count} names, numbers or addresses are in both; by chance it would be {expected}.',
  },
  'themes.evidence.glossary': {
    one: '{count} thing of the glossary is in both; by chance it would be {expected}.',
    other: '{count} things of the glossary are in both; by chance it would be {expected}.',
  },
  'themes.evidence.words': 'Such as: {words}',
  'themes.languages': 'Languages',
  'themes.languages.headlines': 'Among the themes with the most people: {languages}.',
  'themes.languages.listed': 'Also written here: {languages}.',
  'themes.languages.one': {
    one: '{language} ({count} person, {share})',
    other: '{language} ({count} people, {share})',
  },
  'themes.languages.few': '{language} (fewer than five people)',
  'themes.languages.paragraph': 'Not among the themes with the most people. What is said in this language:',
  'themes.languages.no-theme':
    'No theme of its own yet: fewer than five people write about one thing. The newest contributions:',
  'themes.kin': 'Are these one? Questions to hosts',
  'themes.kin.text':
    'Words alone cannot tell whether two themes of two languages are about one thing. Who reads both languages can. Your word counts before the machine’s and holds until it is undone.',
  'themes.kin.none': 'There is nothing to ask now.',
  'themes.kin.joined': 'They stand in one family ({share} sure).',
  'themes.kin.apart': 'They stand apart ({share} sure that they are one).',
  'themes.kin.one': 'One thing',
  'themes.kin.two': 'Two things',
  'themes.kin.said': 'What hosts said',
  'themes.kin.undo': 'Undo it under “What changed” among the themes.',
  'themes.kin.by-hand': 'Join two themes',
  'themes.kin.first': 'A theme',
  'themes.kin.second': 'The same in another language',
  'themes.kin.one-language': 'All themes are of one language.',
  'themes.done.linked': 'They are one family now.',
  'themes.done.parted': 'They stay two.',
  'themes.reads': 'Languages I read',
  'themes.reads.hint': 'You are asked only about themes whose languages you both read. Nobody else sees this.',
  'themes.glossary': 'Glossary',
  'themes.glossary.text':
    'What is one thing in the languages of this conversation. Terms that two themes share speak for them being one. Hosts keep it; 20 to 50 things are a good measure.',
  'themes.glossary.none': 'No terms yet',
  'themes.glossary.add': 'Add a thing',
  'themes.glossary.added': 'It is in the glossary.',
  'themes.glossary.change': 'Change',
  'themes.glossary.change.one': 'Change: {name}',
  'themes.glossary.remove': 'Take out',
  'themes.glossary.remove.one': 'Take out: {name}',
  'themes.glossary.remove.text': 'Themes that are linked by it are compared anew without it.',
  'themes.glossary.form': 'The words for one thing, in two languages at least; several words with commas between them.',
  'themes.glossary.two': 'An entry needs its words in two languages.',
  'themes.glossary.save': 'Save',
  'themes.glossary.suggested': 'May be terms',
  'themes.glossary.suggested.text':
    'Words of linked themes that are written alike or tell most in both. Only people can say whether they mean one thing.',
  'themes.glossary.accept': 'Add',
  'themes.glossary.accept.one': 'Add: {left} = {right}',
} as const satisfies Catalogue
