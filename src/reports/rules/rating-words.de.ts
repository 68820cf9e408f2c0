/** What a report says of rated ideas in German. */
export const ratingWords = {
  'rating.lead':
    'Aus Beiträgen gebildete Ideen wurden von {people} Leuten bewertet, jeweils eine faire Stichprobe davon: wie viel eine Idee verändern würde, wie gut sie sich umsetzen lässt und ob sie helfen würde.',
  'rating.few': 'Weniger als fünf Leute haben Ideen bewertet, darum wird nichts davon gezeigt.',
  'rating.simulated': {
    one: 'Eine Simulation: {count} der Bewertenden ist simuliert. Diese Ergebnisse sind niemandes Meinung.',
    other: 'Eine Simulation: {count} der Bewertenden sind simuliert. Diese Ergebnisse sind niemandes Meinung.',
  },
  'rating.simulated.some':
    'Eine Simulation: Die meisten Bewertenden sind simuliert. Diese Ergebnisse sind niemandes Meinung.',
  'rating.ideas': { one: 'Seine Idee, bewertet', other: 'Seine {count} Ideen, bewertet' },
  'rating.other': 'Bewertete Ideen außerhalb von Themen',
  'rating.note':
    'Punkte von 0 bis 100: Wirkung mal Umsetzbarkeit. Der Strich ist der Mittelwert derer, die die Idee bewertet haben; im Balken liegt der Mittelwert aller Bewertenden in 95 von hundert Fällen.',
  'rating.label': 'Punkte jeder Idee mit ihrer Spanne, von 0 bis 100; die Zahlen stehen in der Tabelle: {place}',
  'rating.idea': 'Idee',
  'rating.rank': 'Rang',
  'rating.people': 'Bewertet von',
  'rating.value': 'Punkte',
  'rating.helps': 'Würde helfen',
  'rating.impact': 'Wirkung',
  'rating.feasibility': 'Umsetzbarkeit',
  'rating.between': '{mean} ({low} bis {high})',
} as const
