import { languageFor } from '../../kernel/messages.ts'

/** What a simulated crowd writes. Every text says that it is of a rehearsal. */
type Words = {
  readonly copy: string
  readonly person: string
  readonly reply: string
  readonly idea: string
  readonly subjects: readonly (readonly string[])[]
  readonly wishes: readonly string[]
}

const en: Words = {
  copy: 'Rehearsal',
  person: 'Rehearsal person',
  reply: 'A reply of the rehearsal.',
  idea: 'Rehearsal idea',
  subjects: [
    ['bus', 'timetable', 'night service', 'stop', 'ticket'],
    ['meeting', 'agenda', 'minutes', 'invitation', 'room'],
    ['training', 'course', 'mentor', 'beginner', 'practice'],
    ['heating', 'window', 'insulation', 'electricity', 'roof'],
    ['canteen', 'lunch', 'kitchen', 'vegetables', 'menu'],
    ['approval', 'signature', 'form', 'budget', 'purchase'],
  ],
  wishes: ['needs more time', 'should be simpler', 'works well in one place', 'costs too much', 'is missing for many'],
}
const de: Words = {
  copy: 'Probe',
  person: 'Probeperson',
  reply: 'Eine Antwort der Probe.',
  idea: 'Idee der Probe',
  subjects: [
    ['Bus', 'Fahrplan', 'Nachtlinie', 'Haltestelle', 'Fahrkarte'],
    ['Sitzung', 'Tagesordnung', 'Protokoll', 'Einladung', 'Besprechungsraum'],
    ['Ausbildung', 'Kurs', 'Mentorin', 'Einstieg', 'Übung'],
    ['Heizung', 'Fenster', 'Dämmung', 'Strom', 'Dach'],
    ['Kantine', 'Mittagessen', 'Küche', 'Gemüse', 'Speiseplan'],
    ['Freigabe', 'Unterschrift', 'Formular', 'Budget', 'Einkauf'],
  ],
  wishes: ['braucht mehr Zeit', 'soll einfacher werden', 'klappt an einem Ort gut', 'kostet zu viel', 'fehlt vielen'],
}

/** In the language of the jam's hub. */
export const wordsIn = (locale: string): Words => (languageFor([locale]) === 'de' ? de : en)

/** The n-th contribution of a crowd: on one of a few subjects, hardly twice the same. */
export function contributionOf(words: Words, n: number, random: () => number): { title: string; body: string } {
  const subject = words.subjects[n % words.subjects.length] ?? []
  const of = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const [first, second, third] = [of(subject), of(subject), of(subject)]
  const title = `${first}, ${second}: ${of(words.wishes)} (${words.copy} ${n + 1})`
  return { title, body: `${third} ${of(words.wishes)}, ${first} ${of(words.wishes)}, ${second} ${of(words.wishes)}.` }
}

/** A title or question of the copy: marked at its beginning, cut where it would be too long. */
export function markAsRehearsal(words: Words, text: string, most: number): string {
  return `${words.copy}: ${text}`.slice(0, most).trim()
}
