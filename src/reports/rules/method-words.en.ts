/** What a report says in English of how it was made, and where it may mislead. */
export const methodWords = {
  'method.5':
    'Contributions that say nearly the same stand together and count once: as the people who wrote one of them or, from five on, agree to one. No vote is moved; each keeps its author and its words.',
  'limit.folds': {
    one: '{count} contribution stands in {folds} folds of what says nearly the same; {campaigns} of them came in a burst.',
    other:
      '{count} contributions stand in {folds} folds of what says nearly the same; {campaigns} of them came in a burst.',
  },
  'method.1':
    'Texts of one language that share telling words become neighbours; neighbours that hang together become a theme. Hosts merge, split, name and move; what they did holds. No machine wrote a sentence: sentences are templates with numbers, and quotes are cut out of contributions byte by byte.',
  'method.2':
    'Everything is counted in distinct people, never in posts. “Few” is under {few}, “some” from there to under {some}, “many” up to {many}, “most” above, always of the people named beside it. A general sentence rests on at least {authors} authors; with fewer it is called a single voice.',
  'method.3': 'Nothing about fewer than {floor} people is shown, and no table lets it be found by taking away.',
  'method.4':
    'Headlines are the themes with most people; one place in {every} is kept for a small voice (under {small} of the writers, or nearly all of one hub), and a language of {language} of the writers always appears.',
  limits: 'Known limits',
  'limit.1': {
    one: '{share} of the contributions stand in no theme ({count}).',
    other: '{share} of the contributions stand in no theme ({count}).',
  },
  'limit.2': 'Themes are found by words: two people who say the same in other words may stand apart.',
  'limit.3': 'People chose to take part; shares are of those who did.',
  'limit.4':
    'A machine’s label is made of frequent words and may mislead; a host’s name stands first where there is one.',
  'method.6':
    'Ideas are rated by samples of those who take part, dealt so that each is rated about as often. Points are impact times feasibility on a scale from 0 to 100; their interval is the mean plus and minus Student’s t times the standard error, with the correction for a finite population. The share whom an idea would help has Wilson’s interval, corrected the same way. Where everybody who took part rated an idea nothing was sampled, and the interval is the mean itself. What fewer than {floor} people rated is not shown, and nothing before rating was over.',
} as const
