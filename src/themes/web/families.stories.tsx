import './themes.css'
import './families.css'
import type { ReactNode } from 'react'
import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import type { FamiliesView, FamilyTheme, FamilyView, ThemeLinkView } from '../contract.ts'
import { FamilyList } from './Families.tsx'
import { GlossaryList } from './Glossary.tsx'

function theme(id: string, language: string, [label, sentence]: readonly [string, string?]): FamilyTheme {
  const quotes = sentence === undefined ? [] : [{ contributionId: id, threadId: id, sentence }]
  return { id, name: null, label, language, people: 41, contributions: 63, quotes }
}

const catalan = theme('ca', 'ca', ['habitatge, lloguer', 'El lloguer no pot passar d’un terç del que guanyem.'])
const spanish = theme('es', 'es', ['vivienda, alquiler', 'Hace falta más vivienda pública de alquiler.'])
const arabic = theme('ar', 'ar', ['السكن، الإيجار'])
const buses = theme('ca2', 'ca', ['bus, freqüència', 'El bus de nit passa massa poc.'])

const column = (one: FamilyTheme) => ({ language: one.language, people: one.people, themes: [one] })

const family: FamilyView = {
  ...{ id: 'f', confidence: 0.83, confirmed: false, people: 76, contributions: 126, unquoted: [] },
  columns: [column(catalan), column(spanish)],
}

const link = (a: FamilyTheme, b: FamilyTheme, more: Partial<ThemeLinkView> = {}): ThemeLinkView => ({
  ...{ a, b, confidence: 0.83, joined: true, said: null, judge: { ok: true } },
  evidence: [
    { kind: 'replies', both: 12, expected: 2.1, words: [] },
    { kind: 'people', both: null, expected: 0, words: [] },
    { kind: 'marks', both: 3, expected: 0.4, words: ['gràcia', 'nou barris', '22@'] },
  ],
  ...more,
})

const hosts = { shape: { ok: true } } as const
const readers = {
  shape: { ok: false, because: 'themes.only-hosts-shape', sentence: 'Only hosts can shape themes.' },
} as const
const refusal = {
  ...{ ok: false, because: 'themes.not-your-languages' },
  sentence: 'Only hosts who read both languages say whether two themes are one.',
} as const

const view = (more: Partial<FamiliesView> = {}): FamiliesView => ({
  ...{ venueId: 'v', revision: 1, linkedAt: '2026-03-02T10:00:00.000Z', cursor: 0, reads: ['ca', 'es'], may: readers },
  families: [family],
  links: [link(catalan, spanish)],
  languages: [
    { language: 'ca', people: 120, share: 0.71, contributions: 300, heard: 'headlines', themes: [catalan], newest: [] },
    { language: 'es', people: 58, share: 0.34, contributions: 90, heard: 'headlines', themes: [spanish], newest: [] },
    {
      ...{ language: 'ar', people: 6, share: 0.04, contributions: 7, heard: 'paragraph', themes: [] },
      newest: [{ contributionId: 'n', title: 'نريد حافلات أكثر في الليل' }],
    },
    { language: 'gl', people: null, share: null, contributions: null, heard: 'listed', themes: [], newest: [] },
  ],
  glossary: [
    {
      id: 'g',
      terms: [
        { language: 'ca', terms: ['habitatge', 'pis'] },
        { language: 'es', terms: ['vivienda', 'piso'] },
        { language: 'ar', terms: ['سكن'] },
      ],
    },
  ],
  suggestedTerms: [],
  ...more,
})

const empty = view({ families: [], links: [], languages: [], glossary: [] })
const asked = view({
  may: hosts,
  links: [
    link(catalan, spanish),
    link(buses, spanish, { joined: false, confidence: 0.41, judge: refusal }),
    link(buses, arabic, { joined: false, said: 'two' }),
  ],
  suggestedTerms: [{ a: 'ca', b: 'es', words: ['lloguer', 'alquiler'] }],
})
const unquoted = view({
  families: [{ ...family, confirmed: true, unquoted: ['ar'], columns: [...family.columns, column(arabic)] }],
})

const places = { theme: (id: string) => `/${id}`, seldom: '#', unsorted: '/u', families: '/f', glossary: '/g' }
const nothing = () => undefined
const page = (content: ReactNode) => (
  <StoryAnswers>
    <div className="stack">{content}</div>
  </StoryAnswers>
)
const list = (of: FamiliesView) => () => page(<FamilyList view={of} places={places} onChanged={nothing} />)
const terms = (of: FamiliesView) => () => page(<GlossaryList view={of} onChanged={nothing} />)

/** Families and the glossary in each of their states. */
export const stories: Story[] = [
  {
    name: 'Families across languages',
    states: {
      empty: list(empty),
      'for everybody': list(view()),
      'three languages, one without quotes': list(unquoted),
      'hosts are asked': list(asked),
    },
  },
  {
    name: 'Glossary',
    states: { empty: terms(empty), 'for everybody': terms(view()), 'kept by hosts': terms(asked) },
  },
]
