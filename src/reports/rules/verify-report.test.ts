import { describe, expect, test } from 'vitest'
import { corpusOf, idOf, plantMaterial } from '../../../test/report-material.ts'
import { composeReport } from './compose-report.ts'
import type { Corpus, Written } from './corpus.ts'
import type { Report, ReportTheme, Statement } from './report.ts'
import { checkSum } from './utf8.ts'
import { verifyReport } from './verify-report.ts'

// Each fault is put into a report that may be published. The one without a fault is accepted, or every refusal here would
// mean nothing.

type Draft<T> = { -readonly [K in keyof T]: T[K] extends object | null | undefined ? Draft<T[K]> : T[K] }
type Broken = Draft<Report>

const material = plantMaterial()
const sound = composeReport(material)
const corpus = corpusOf(material)

const theme = (report: Broken, at = 0): Draft<ReportTheme> => found(report.themes[at])
const sentence = (report: Broken, key: Statement['key'], at = 0): Draft<Statement> =>
  found(theme(report, at).statements.find((each) => each.key === key))
const voice = (report: Broken) => found(theme(report).voices[0])
const place = (report: Broken, name: string) => found(report.coverage.find((row) => row.place === name))
const fold = (report: Broken, at = 0) => found(report.folds?.[at])
const family = (report: Broken) => found(report.families?.[0])
const idea = (report: Broken) => found(report.rating?.ideas[0])
const row = (report: Broken) => found(report.hubs.rows[0])

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the planted report lacks it')
  return value
}

const faults: readonly (readonly [string, (report: Broken) => void])[] = [
  ['a sentence without a citation', (r) => sentence(r, 'build').citations.splice(0)],
  [
    'a single voice without a citation',
    (r) => (theme(r).statements = [{ ...sentence(r, 'ask'), key: 'single', count: null, citations: [] }]),
  ],
  ['a citation of what nobody wrote', (r) => (found(sentence(r, 'build').citations[0]).id = idOf(9, 1))],
  ['a citation of a version that never was', (r) => (found(sentence(r, 'build').citations[0]).version = 2)],
  ['a citation from another theme', (r) => (found(sentence(r, 'build').citations[0]).id = found(theme(r, 1).ideas[0]))],
  [
    'one contribution cited twice for two',
    (r) => sentence(r, 'build').citations.push({ ...found(sentence(r, 'build').citations[0]) }),
  ],
  ['"most" for 40 in a hundred', (r) => (sentence(r, 'subject').quantifier = 'most')],
  ['"few" for many', (r) => (sentence(r, 'subject').quantifier = 'few')],
  ['a word for a share without its number', (r) => (sentence(r, 'build').count = null)],
  ['a word for a share without its whole', (r) => (sentence(r, 'build').of = null)],
  ['a general claim of two authors', (r) => sentence(r, 'agree').citations.splice(2)],
  ['a general claim of a group of four', (r) => Object.assign(sentence(r, 'build'), { count: 4, quantifier: 'some' })],
  ['more people than there are', (r) => (sentence(r, 'subject').count = 1_000)],
  ['a count of posts for people', (r) => (theme(r).people = theme(r).contributions + theme(r).replies)],
  ['a count of posts in a sentence', (r) => (sentence(r, 'subject').of = theme(r).contributions + theme(r).replies)],
  [
    'one objector more than there are',
    (r) => (sentence(r, 'object', 2).count = (sentence(r, 'object', 2).count ?? 0) + 1),
  ],
  ['one voter more than there are', (r) => (sentence(r, 'agree').count = (sentence(r, 'agree').count ?? 0) + 1)],
  ['a number beside single voices', (r) => Object.assign(sentence(r, 'build'), { key: 'build-single' })],
  ['a fold that counts texts', (r) => (fold(r).people = 1_000)],
  ['a contribution in two folds', (r) => fold(r, 1).ids.push(found(fold(r).ids[0]))],
  ['a fold of one', (r) => fold(r).ids.splice(1)],
  ['a family that counts people of two languages twice', (r) => (family(r).people = (family(r).people ?? 0) + 9)],
  ['a theme in two families', (r) => r.families?.push({ ...family(r) })],
  ['a language of a family with other people', (r) => (found(family(r).columns[0]).people = 500)],
  ['a quote shifted by a byte', (r) => Object.assign(voice(r), { start: voice(r).start + 1, end: voice(r).end + 1 })],
  ['a quote cut short', (r) => (voice(r).end -= 1)],
  ['a quote that begins within a letter', (r) => Object.assign(voice(r), { end: 46, start: 44 })],
  ['a quote beyond the end', (r) => (voice(r).end = 9_999)],
  ['a quote of other words', (r) => (voice(r).check = checkSum('other words'))],
  ['a quote of another contribution', (r) => (voice(r).id = found(theme(r).ideas[9]))],
  ['a quote from another theme', (r) => (theme(r).voices = theme(r, 1).voices)],
  ['a quote of a version that never was', (r) => (voice(r).version = 3)],
  ['a contribution without a place', (r) => theme(r).ideas.pop()],
  ['a contribution in two places', (r) => r.unsorted.push(found(theme(r).ideas[0]))],
  ['a contribution of another jam', (r) => r.unsorted.push(idOf(9, 2))],
  ['coverage short of one', (r) => (place(r, 'unsorted').contributions -= 1)],
  [
    'coverage that only adds up',
    (r) => {
      place(r, 'cited').contributions += 1
      place(r, 'headline').contributions -= 1
    },
  ],
  ['coverage without the unsorted', (r) => (r.coverage = r.coverage.filter((each) => each.place !== 'unsorted'))],
  ['coverage by posts', (r) => (place(r, 'headline').people = place(r, 'headline').contributions)],
  ['a hub of four people', (r) => (row(r).people = 4)],
  ['four others of a table', (r) => (r.hubs.others = { groups: 2, people: 4, contributions: 9 })],
  [
    'a single hidden hub, to be found by taking away',
    (r) => (r.hubs.others = { groups: 1, people: 9, contributions: 9 }),
  ],
  ['hubs that leave four people over', (r) => (row(r).people -= 4)],
  ['an opinion group of four', (r) => (found(r.opinions?.groups[0]).people = 4)],
  ['four hidden people beside the groups', (r) => (found(r.opinions ?? undefined).hidden = 4)],
  ['three votes of a group', (r) => (found(found(r.opinions?.common[0]).groups[0]).votes = 3)],
  ['four people of a language in a theme', (r) => (found(theme(r).languages[0]).people = 4)],
  ['a part of a theme of two people', (r) => (found(theme(r).subthemes[0]).people = 2)],
  ['two who disagree', (r) => (theme(r).votes = { people: 30, agree: 28, disagree: 2 })],
  ['four guests', (r) => (r.people.guests = 4)],
  ['three people who took part and did not write', (r) => (r.people.tookPart = (r.people.wrote ?? 0) + 3)],
  ['writers counted by posts', (r) => (r.people.wrote = r.totals.contributions + r.totals.replies)],
  [
    'no headline for a small voice',
    (r) => {
      for (const each of r.themes) if (each.headline === 'small-voice') each.headline = null
    },
  ],
  ['a headline that is missing', (r) => (theme(r).headline = null)],
  [
    'ten headlines',
    (r) => {
      for (const each of r.themes) each.headline = 'people'
    },
  ],
  [
    'a language that appears nowhere',
    (r) => {
      r.unheard.languages = []
      for (const each of r.themes) each.languages = each.languages.filter(({ language }) => language !== 'de')
    },
  ],
  ['a time that does not add up', (r) => (r.time.all[0] = 999)],
  ['a rating with a faulty interval', (r) => (found(idea(r).value ?? undefined).low += 1)],
  ['an idea that four people rated', (r) => (idea(r).people = 4)],
  ['a rating that four people took part in', (r) => (found(r.rating).people = 4)],
  ['a rating shown before it was over', (r) => (found(r.rating).countedAt = '2026-03-04T12:00:00.001Z')],
  ['a rating of a jam that goes on', (r) => (r.jam.closedAt = null)],
  ['a rated idea that is left out', (r) => found(r.rating).ideas.splice(0, 1)],
  ['a key that nobody knows', (r) => Object.assign(r, { mood: 'good' })],
]

describe('the verifier refuses', () => {
  test('nothing in a report without a fault', () => {
    expect(verifyReport(sound, corpus)).toEqual([])
  })

  test.each(faults)('%s', (_, harm) => {
    const report = structuredClone(sound) as Broken
    harm(report)
    expect(verifyReport(report as Report, corpus)).not.toEqual([])
  })
})

describe('words that were taken back', () => {
  const taken = (retractedAt: string): Corpus => {
    const id = found(sound.themes[0]?.voices[0]).id
    const written = new Map(corpus.written)
    const erased = { author: null, title: null, body: '', retractedAt }
    written.set(id, { ...(written.get(id) as Written), ...erased })
    return { ...corpus, written }
  }

  test('since the edition leave its counts as they were', () => {
    expect(verifyReport(sound, taken('2026-03-05T00:00:00.000Z'))).toEqual([])
  })

  test('before the edition may not be quoted in it', () => {
    expect(verifyReport(sound, taken('2026-03-03T00:00:00.000Z')).map(({ rule }) => rule)).toContain('report/R5')
  })
})
