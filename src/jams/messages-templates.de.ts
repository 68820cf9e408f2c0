/** What templates say in German: refusals, and the page that begins a jam from one, which loads this. */
export const templates = {
  'template.unreadable':
    'Das ist nicht der Aufbau eines Jams, oder die Datei ist beschädigt. Es wurde nichts angelegt.',
  'template.changed':
    'Diese Datei wurde nach dem Unterschreiben verändert. Bitten Sie um das Original, wo Sie sie herhaben.',
  'template.foreign':
    'Diese Datei hat eine andere Installation unterschrieben: „{name}“, Schlüssel {key}. Verwenden Sie sie nur, wenn Sie wissen, dass sie von dort kommt.',
  'template.too-large':
    'Es sind mehr erste Beiträge, als eine Datei fasst. Nehmen Sie einige heraus, oder beginnen Sie mit dem Jam selbst.',
  'templates.title': 'Mit einer Vorlage beginnen',
  'templates.lead':
    'Fragen, Foren, Phasen, Zusage und erste Beiträge eines Jams werden übernommen. Was Menschen geschrieben haben, wer sie sind und die Termine nicht.',
  'templates.from': 'Vorlage',
  'templates.from.jam': 'Ein Jam, den ich betreue',
  'templates.from.file': 'Eine Datei',
  'templates.jam': 'Jam',
  'templates.jams.none':
    'Sie betreuen noch keinen Jam. Nehmen Sie eine Datei, oder beginnen Sie mit einer eigenen Frage.',
  'templates.file': 'Datei mit dem Aufbau eines Jams',
  'templates.file.hint': 'Gastgebende laden sie vom Pult ihres Jams herunter.',
  'templates.file.choose': 'Datei auswählen',
  'templates.file.chosen': 'Ausgewählt: {name}',
  'templates.file.unreadable': 'Diese Datei lässt sich nicht lesen. Wählen Sie eine andere.',
  'templates.name.hint': 'Für Listen und Links: ein, zwei Worte. Nur das muss neu sein.',
  'templates.opens': 'Beginn',
  'templates.opens.hint':
    'Alle anderen Termine folgen in den bisherigen Abständen. Bis zum Beginn können Sie sie ändern.',
  'templates.begin': 'Vorbereitung beginnen',
  'templates.foreign.title': 'Aus einer anderen Installation',
  'templates.foreign.take': 'Ich kenne sie, verwenden',
  'templates.refused':
    'Gastgebende eines Hubs und Inhabende beginnen Jams. Wenden Sie sich an sie, wenn Sie eine Frage an viele haben.',
} as const
