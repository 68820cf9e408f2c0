/** What a report says of rated ideas in English. */
export const ratingWords = {
  'rating.lead':
    'Ideas made of contributions were rated by {people} people, each a fair sample of them: how much it would change, how well it can be done, and whether it would help.',
  'rating.few': 'Fewer than five people rated ideas, so nothing is shown of it.',
  'rating.simulated': {
    one: 'A simulation: {count} of those who rated is simulated. These results are nobody’s opinion.',
    other: 'A simulation: {count} of those who rated are simulated. These results are nobody’s opinion.',
  },
  'rating.simulated.some': 'A simulation: most of those who rated are simulated. These results are nobody’s opinion.',
  'rating.ideas': { one: 'Its idea, rated', other: 'Its {count} ideas, rated' },
  'rating.other': 'Rated ideas outside of themes',
  'rating.note':
    'Points from 0 to 100: impact times feasibility. The line is the mean of those who rated the idea; the bar holds the mean of all who rated 95 times in a hundred.',
  'rating.label': 'Points of each idea with their interval, from 0 to 100; the table has the numbers: {place}',
  'rating.idea': 'Idea',
  'rating.rank': 'Rank',
  'rating.people': 'Rated by',
  'rating.value': 'Points',
  'rating.helps': 'Would help',
  'rating.impact': 'Impact',
  'rating.feasibility': 'Feasibility',
  'rating.between': '{mean} ({low} to {high})',
} as const
