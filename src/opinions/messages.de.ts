/** Was die Seite der Meinungsgruppen sagt. */
export const messages = {
  'opinions.lead':
    'Wer ähnlich abstimmt, steht nahe beieinander. Die Gruppen ergeben sich allein aus den Stimmen; niemand wird gefragt, wer er ist, und niemand wird gezeigt außer Ihnen.',
  'opinions.few.title': 'Zu wenige Stimmen für Gruppen',
  'opinions.few.text':
    'Ab {least} Leuten, die oft genug abgestimmt haben, gibt es etwas zu sehen. Bisher sind es {counted} von {voters}, die überhaupt abgestimmt haben.',
  'opinions.anew': 'Die Gruppen wurden neu berechnet: anzeigen',
  'opinions.took-part': '{counted} Leute haben oft genug abgestimmt, um zu zählen, von {voters}, die abgestimmt haben.',
  'opinions.method': 'Wie Gruppen entstehen',
  'opinions.limits':
    'Wer teilnahm, hat sich dazu entschieden: Das sagt, wie diese Leute zueinander stehen, nicht wie alle stimmen würden.',
  'opinions.picture': 'Wo die Leute stehen',
  'opinions.picture.text':
    'Jedes Quadrat sind fünf oder mehr Leute der Gruppe, deren Buchstaben es trägt: je größer, desto mehr; Gruppen am selben Platz teilen ihn sich. Quadrate, die nahe beieinander stehen, stimmten ähnlich ab. Weniger als fünf werden nicht gezeichnet.',
  'opinions.picture.ring': 'Der Ring sind Sie.',
  'opinions.picture.you': 'Sie',
  'opinions.group': 'Gruppe {name}',
  'opinions.group.one': '{people} Leute',
  'opinions.hidden': 'Gruppen unter fünf Leuten werden nicht gezeigt: {people} Leute.',
  'opinions.mine.in': 'Sie stehen in Gruppe {name}.',
  'opinions.mine.alone': 'Sie haben einen Platz, in keiner der gezeigten Gruppen.',
  'opinions.mine.over': {
    one: 'Sie haben hier keinen Platz: Sie haben über {count} Aussage abgestimmt, nötig sind {needed}.',
    other: 'Sie haben hier keinen Platz: Sie haben über {count} Aussagen abgestimmt, nötig sind {needed}.',
  },
  'opinions.mine.none': {
    one: 'Sie haben über {count} Aussage abgestimmt; ab {needed} haben Sie einen Platz.',
    other: 'Sie haben über {count} Aussagen abgestimmt; ab {needed} haben Sie einen Platz.',
  },
  'opinions.table': 'Die Gruppen als Tabelle',
  'opinions.table.group': 'Gruppe',
  'opinions.table.people': 'Leute',
  'opinions.common': 'Gemeinsamer Boden',
  'opinions.common.text': 'Wozu jede Gruppe Ja sagt. Die Reihenfolge fragt alle Gruppen, nicht nur die größte.',
  'opinions.common.none': 'Noch gibt es nichts, wozu alle Gruppen Ja sagen.',
  'opinions.splits': 'Was trennt',
  'opinions.splits.text': 'Aussagen, über die die Gruppen am verschiedensten abstimmen.',
  'opinions.splits.none': 'Nichts trennt die Gruppen deutlich.',
  'opinions.share': '{share} dafür ({low} bis {high}), {votes} Stimmen',
  'opinions.group-vote': 'Gruppe {name}: {agree} dafür, {disagree} dagegen',
} as const
