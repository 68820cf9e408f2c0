/** What a report says of polls in German. */
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
} as const
