/** A hub of the demo organisation, under its core. */
export type DemoHub = {
  readonly key: string
  readonly name: string
  readonly locale: string
  readonly timeZone: string
}

/** What a jam of the demo says around the statements of a consultation; all of it is taken from the consultation's own
 *  description, but for the question of one that has none. `hub` null: the core. `person` writes a participant's name. */
export type DemoJam = {
  readonly file: string
  readonly hub: string | null
  readonly guests: boolean
  readonly title: string
  readonly question: string
  readonly forum: { readonly title: string; readonly question: string }
  readonly promise: { readonly decides: string; readonly first: string }
  person(number: number): string
  /** People who rate it, are simulated, and say so in their names. */
  readonly simulated?: { readonly count: number; readonly locale: string; name(number: number): string }
}

export const DEMO_NAME = 'Open Consultations'

export const demoHubs: readonly DemoHub[] = [
  { key: 'kentucky', name: 'Kentucky', locale: 'en', timeZone: 'America/Chicago' },
  { key: 'oesterreich', name: 'Österreich', locale: 'de', timeZone: 'Europe/Vienna' },
  { key: 'taiwan', name: '臺灣', locale: 'zh', timeZone: 'Asia/Taipei' },
]

const bowlingGreen: DemoJam = {
  file: 'bowling-green',
  hub: 'kentucky',
  guests: false,
  title: 'Improving Bowling Green / Warren County',
  question:
    'What do you believe should change in Bowling Green/Warren County in order to make it a better place to live, work and spend time?',
  forum: { title: 'A better place to live, work and spend time', question: 'What should change?' },
  promise: {
    decides: 'The organisers of the original consultation',
    first: 'This consultation took place in 2018. It is kept here to be read; nothing more is decided.',
  },
  person: (number) => `Participant ${number}`,
}

const uberX: DemoJam = {
  file: 'vtaiwan-uberx',
  hub: 'taiwan',
  guests: false,
  title: 'UberX 自用車載客 — vTaiwan.tw',
  question: '線上叫車創新服務迅速竄起，提供不同選擇與體驗的 UberX，是否需要跟臺灣小黃或租車業者遵守相同的法律？',
  forum: { title: 'UberX 自用車載客', question: '歡迎大家來討論。請用「我覺得...」開頭。' },
  promise: { decides: 'vTaiwan', first: '這是 2015 年起的真實線上諮詢紀錄，僅供閱讀。' },
  person: (number) => `參與者 ${number}`,
}

const klimarat: DemoJam = {
  file: 'austria-climate',
  hub: 'oesterreich',
  guests: false,
  title: 'Produktion und Konsum',
  question:
    'Wir, die Bürger:innen des Klimarats, wollen deine Meinungen und Ideen zum Thema PRODUKTION UND KONSUM hören, um Klimaneutralität bis 2040 zu erreichen.',
  forum: {
    title: 'Hebel in fünf Handlungsfeldern',
    question:
      'Nutzung und Erzeugung von Produkten, Kostenwahrheit, soziale und technologische Innovationen, Infrastruktur & Öffentliche und Private Finanzierung, Bewusstseinsbildung und Labeling.',
  },
  promise: {
    decides: 'Der Klimarat der Bürger:innen',
    first: 'Diese Befragung fand 2022 statt. Hier ist sie nachgespielt, wie sie in ihrer letzten Stunde war.',
  },
  person: (number) => `Teilnehmer:in ${number}`,
  simulated: { count: 40, locale: 'de', name: (number) => `Simulierte Person ${number}` },
}

const biodiversity: DemoJam = {
  file: 'biodiversity',
  hub: null,
  guests: true,
  title: 'Protecting and Restoring NZ’s Biodiversity',
  question: 'How should New Zealand protect and restore its biodiversity?',
  forum: {
    title: 'Protecting and restoring',
    question: 'What should be done? Write one statement at a time, so that others can agree or disagree with it.',
  },
  promise: {
    decides: 'The organisers of the original consultation',
    first: 'This consultation took place in 2019. Here it happens again, in its real order and faster than it was.',
  },
  person: (number) => `Participant ${number}`,
}

/** Over and kept; in its last hour; and live. */
export const archivedJams: readonly DemoJam[] = [bowlingGreen, uberX]
export const closingJam: DemoJam = klimarat
export const liveJam: DemoJam = biodiversity
