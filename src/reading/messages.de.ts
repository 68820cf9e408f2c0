/** Was der Schalter des Leseverlaufs sagt. */
export const messages = {
  'reading.title': 'Was Sie gelesen haben',
  'reading.keep': 'Meinen Leseverlauf behalten',
  'reading.keep.hint':
    'Ein Beitrag gilt als gelesen, sobald er eine Sekunde vor Ihnen stand. Der Verlauf sagt Ihnen, was Sie versäumt haben, und niemand sonst sieht ihn: weder Gastgebende noch Inhaberinnen und Inhaber. Sie sehen, wie viele einen Jam geöffnet und eine Minute darin gelesen haben, nie weniger als fünf.',
  'reading.off':
    'Von dem, was Sie lesen, wird nichts behalten, und Sie zählen nicht unter denen, die einen Jam geöffnet oder darin gelesen haben. Was Sie versäumt haben, ergibt sich dann allein aus der Zeit, und Ihr Lesen zählt nicht mehr für Beiträge, die erst wenige gelesen haben.',
  'reading.so-far': {
    one: '{count} Beitrag oder Antwort darin, seit {since}.',
    other: '{count} Beiträge und Antworten darin, seit {since}.',
  },
  'reading.nothing': 'Er ist leer.',
  'reading.take': 'Er gehört zum Download von „Mein Anteil“ in jedem Jam.',
  'reading.delete': 'Meinen Leseverlauf löschen',
  'reading.delete.title': 'Ihren Leseverlauf löschen?',
  'reading.delete.text':
    'Alles, was Sie gelesen haben, erscheint Ihnen wieder ungelesen. Das lässt sich nicht rückgängig machen.',
  'reading.deleted': 'Ihr Leseverlauf ist gelöscht.',
}
