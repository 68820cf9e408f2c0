/** What the page of meetings says in German. */
export const meetingScreens = {
  'jams.meetings.title': 'Treffen',
  'jams.meetings.lead':
    'Bei diesen Treffen sprachen Leute ohne Zugang. Gastgebende haben eingetragen, was gesagt wurde; es steht unter den Beiträgen und nimmt teil wie jeder andere. Wer dort war, wird eigens gezählt: in keiner Zahl von Leuten.',
  'jams.meetings.none.title': 'Noch keine Treffen',
  'jams.meetings.none.text':
    'Gastgebende tragen hier ein, was Leute ohne Zugang gesagt haben: in der Schicht, in der Werkstatt, am Telefon.',
  'jams.meetings.sum': {
    one: '{count} Treffen, {people} Leute, eigens gezählt',
    other: '{count} Treffen, {people} Leute, eigens gezählt',
  },
  'jams.meetings.few': {
    one: 'bei {count} davon waren weniger als fünf Leute, die in keiner Zahl sind',
    other: 'bei {count} davon waren weniger als fünf Leute, die in keiner Zahl sind',
  },
  'jams.meetings.people': { one: '{count} Person', other: '{count} Leute' },
  'jams.meetings.people.few': 'weniger als fünf Leute',
  'jams.meetings.by': 'eingetragen von {name}',
  'jams.meetings.said': 'Was gesagt wurde',
  'jams.meetings.gone': 'Alles, was gesagt wurde, ist zurückgezogen.',
  'jams.meetings.enter': 'Treffen eintragen',
  'jams.meetings.forum': 'Forum',
  'jams.meetings.place': 'Wo',
  'jams.meetings.day': 'Tag',
  'jams.meetings.count': 'Wie viele Leute waren da',
  'jams.meetings.count.hint': 'Weniger als fünf werden niemandem gezeigt.',
  'jams.meetings.contribution': 'Beitrag {number}',
  'jams.meetings.contribution.title': 'In einem Satz',
  'jams.meetings.contribution.body': 'Mehr dazu',
  'jams.meetings.more': 'Noch ein Beitrag',
  'jams.meetings.consent': 'Die Anwesenden sind einverstanden, dass dies hier veröffentlicht wird',
  'jams.meetings.consent.needed':
    'Geben Sie an, wo und wie viele, mindestens einen Satz, und bestätigen Sie das Einverständnis.',
  'jams.meetings.cancel': 'Abbrechen',
  'jams.meetings.entered': 'Das Treffen ist eingetragen.',
  'jams.meetings.host':
    'Wie viele der Eingeladenen wie weit kamen, und wer fehlt. Was Leute ohne Zugang bei Treffen gesagt haben, wird mit einem Bogen eingetragen und eigens gezählt.',
  'jams.host.reach': 'Reichweite',
} as const
