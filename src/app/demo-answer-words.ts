type Answer = {
  readonly answer: 'accept' | 'adapt' | 'later' | 'decline'
  readonly reason: string
  readonly days: number | null
}
export type SimulatedAnswers = {
  readonly answers: readonly [Answer, ...Answer[]]
  readonly kept: string
  readonly progress: string
}

const en = (words: string): string => `Simulated for this demonstration: ${words}`
const de = (words: string): string => `Für diese Vorführung simuliert: ${words}`

/** What the demo's host says of what came of a jam; every sentence says that it is simulated. */
export const simulatedAnswers: Readonly<Record<'en' | 'de', SimulatedAnswers>> = {
  en: {
    answers: [
      { answer: 'accept', reason: en('Many asked for it and it can be done.'), days: 60 },
      {
        answer: 'adapt',
        reason: en('It is done in one place first, and everywhere once that has been looked at.'),
        days: 90,
      },
      { answer: 'later', reason: en('What it costs is not known yet.'), days: 30 },
      { answer: 'decline', reason: en('It is not ours to decide.'), days: null },
    ],
    kept: en('It was done last week.'),
    progress: en('A place to begin with is chosen.'),
  },
  de: {
    answers: [
      { answer: 'accept', reason: de('Viele haben darum gebeten, und es ist machbar.'), days: 60 },
      {
        answer: 'adapt',
        reason: de('Zuerst an einem Ort und überall, sobald dort Ergebnisse vorliegen.'),
        days: 90,
      },
      { answer: 'later', reason: de('Was es kostet, ist noch nicht bekannt.'), days: 30 },
      { answer: 'decline', reason: de('Darüber wird an anderer Stelle entschieden.'), days: null },
    ],
    kept: de('Das ist seit letzter Woche umgesetzt.'),
    progress: de('Ein Ort für den Anfang ist gewählt.'),
  },
}
