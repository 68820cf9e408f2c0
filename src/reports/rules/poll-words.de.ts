/** What a report says of polls and meetings in German. */
export const pollWords = {
  'polls.asked': 'Gefragt: {question}',
  'polls.kind.single': 'Alle wählten eine Möglichkeit.',
  'polls.kind.several': 'Alle wählten, was passt.',
  'polls.kind.ranked': 'Alle brachten die Möglichkeiten in eine Reihenfolge; ausgezählt nach der Schulze-Methode.',
  'polls.voted': { one: '{count} Person hat abgestimmt.', other: '{count} Leute haben abgestimmt.' },
  'polls.few': 'Weniger als fünf Leute haben abgestimmt, darum wird nichts gezeigt.',
  'polls.ended': 'Ende: {date}.',
  'polls.thread': 'Der Strang',
  'polls.label': 'Was herauskam: {question}. Ein Strich: Eine Gruppe unter fünf wäre zu sehen.',
  'polls.option': 'Möglichkeit',
  'polls.rank': 'Platz',
  'polls.before': 'Ziehen sie der nächsten vor',
  'polls.other': 'Außerhalb von Themen gefragt',
  'spoken-for': {
    one: 'Eigens gezählt: {count} Person sprach bei Treffen ({meetings}); was dort gesagt wurde, sind {contributions} Beiträge.',
    other:
      'Eigens gezählt: {count} Leute sprachen bei Treffen ({meetings}); was dort gesagt wurde, sind {contributions} Beiträge.',
  },
  'spoken-for.few': {
    one: 'Bei {count} der Treffen waren weniger als fünf Leute; sie sind nicht in dieser Zahl.',
    other: 'Bei {count} der Treffen waren weniger als fünf Leute; sie sind nicht in dieser Zahl.',
  },
} as const
