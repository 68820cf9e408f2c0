import { screens } from './rules/screens.en.ts'

export const messages = {
  'report.only-hosts': 'Only the hosts of this jam review its report and see its draft.',
  'report.not-made-yet': 'The report is not made yet. It follows within a minute of the end of the jam.',
  'report.being-made': 'This edition is being made. Come back in a moment.',
  'letter.title': 'My letter from “{jam}”',
  'letter.written': {
    one: '{count} contribution or reply of mine stands in the report.',
    other: '{count} contributions and replies of mine stand in the report.',
  },
  'letter.themes': { one: 'They fed {count} theme.', other: 'They fed {count} themes.' },
  'letter.cited': { one: '{count} of them is cited or quoted.', other: '{count} of them are cited or quoted.' },
  'letter.in': 'Counted in “{theme}”',
  'letter.unsorted': 'In no theme; listed in chapter 7',
  'letter.headline': 'a headline theme',
  'letter.use.themes': 'cited with its theme',
  'letter.use.opinions': 'quoted as common ground or as what divides',
  'letter.use.voices': 'quoted among the small voices',
  ...screens,
} as const
