/** What a report says of polls and meetings in English. */
export const pollWords = {
  'polls.asked': 'Asked: {question}',
  'polls.kind.single': 'Everybody chose one option.',
  'polls.kind.several': 'Everybody chose all that fit.',
  'polls.kind.ranked': 'Everybody put options in an order; counted by the Schulze method.',
  'polls.voted': { one: '{count} person voted.', other: '{count} people voted.' },
  'polls.few': 'Fewer than five people voted, so nothing is shown.',
  'polls.ended': 'Ended {date}.',
  'polls.thread': 'The thread',
  'polls.label': 'What came out: {question}. A dash: a group under five would be seen.',
  'polls.option': 'Option',
  'polls.rank': 'Place',
  'polls.before': 'Put it before the next',
  'polls.other': 'Asked outside of themes',
  'spoken-for': {
    one: 'Counted apart: {count} person spoke at meetings ({meetings}); what was said there are {contributions} contributions.',
    other:
      'Counted apart: {count} people spoke at meetings ({meetings}); what was said there are {contributions} contributions.',
  },
  'spoken-for.few': {
    one: '{count} of the meetings was of fewer than five people, who are not in this number.',
    other: '{count} of the meetings were of fewer than five people, who are not in this number.',
  },
} as const
