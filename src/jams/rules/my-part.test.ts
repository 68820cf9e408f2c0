import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContributionView } from '../../conversation/contract.ts'
import { speaker } from '../../kernel/messages.ts'
import { messages as german } from './messages.de.ts'
import { messages as english } from './messages.en.ts'
import { addressOf, type PartItem, type Speech, timeOf, type WholePart } from './my-part.ts'
import { partAsCsv } from './my-part-csv.ts'
import { partAsHtml } from './my-part-html.ts'
import { partAsMarkdown } from './my-part-markdown.ts'

const speech: Speech = { say: speaker<typeof english>('en', english), language: 'en', timeZone: 'Europe/Vienna' }

const view: ContributionView = {
  id: 'contribution',
  venueId: 'jam',
  forumId: 'forum',
  threadId: 'contribution',
  parentId: null,
  number: 0,
  depth: 0,
  kind: 'contribution',
  author: { id: 'ada', name: 'Ada', hub: 'North', guest: false },
  title: 'Trust',
  html: '<p>Body</p>',
  language: 'en',
  seed: false,
  postedAt: '2027-03-01T10:00:00.000Z',
  editedAt: null,
  version: 1,
  retracted: false,
  votes: { agree: 2, disagree: 1, pass: 0 },
  replies: 0,
  lastReplyAt: null,
  revision: 1,
  mine: true,
  foldId: null,
  meeting: null,
  myVote: null,
  favourite: false,
}

function itemOf(body: string, change: Partial<ContributionView> = {}): PartItem {
  return { view: { ...view, ...change }, body, thread: 'Trust' }
}

function partOf(item: PartItem, answers: PartItem[] = []): WholePart {
  return {
    jam: { id: 'jam', title: 'Values', question: 'What?', address: 'https://jams.example/jams/jam' },
    madeAt: new Date('2027-03-02T10:00:00Z'),
    cut: false,
    written: [{ ...item, answers }],
    favourites: [],
    read: [{ id: 'reply', threadId: 'contribution', title: 'Trust', seenAt: '2027-03-01T11:00:00.000Z' }],
    totals: { contributions: 1, replies: 0, answers: answers.length, agree: 2, disagree: 1, votes: 3 },
    myVotes: { agree: 0, disagree: 0, pass: 1 },
  }
}

const anyText = fc.string({ unit: 'binary', maxLength: 80 })
const anyLines = fc.array(fc.oneof(anyText, fc.constantFrom('# x', '```', '> y', '<b>', '\r', '')), { maxLength: 6 })

test('whatever was written, the Markdown file keeps its own headings and no others', () => {
  const headingsOf = (markdown: string) => markdown.split('\n').filter((line) => /^#{1,3} /.test(line)).length
  const expected = headingsOf(partAsMarkdown(partOf(itemOf('plain')), speech))
  fc.assert(
    fc.property(anyLines, anyText, (lines, title) => {
      const part = partOf(itemOf(lines.join('\n'), { title }))
      expect(headingsOf(partAsMarkdown(part, speech))).toBe(expected)
    }),
  )
})

test('whatever a title says, the HTML file gains no element from it', () => {
  const elementsOf = (html: string) => html.split('<').length
  const expected = elementsOf(partAsHtml(partOf(itemOf('', { title: 'plain' })), speech))
  fc.assert(
    fc.property(anyText, fc.constantFrom('<script>', '"><img src=x onerror=alert(1)>', "'"), (title, attack) => {
      const part = partOf(itemOf('', { title: `${title}${attack}`, author: { ...view.author, name: attack } as never }))
      expect(elementsOf(partAsHtml(part, speech))).toBe(expected)
    }),
  )
})

test('an answer stands under what it answers', () => {
  const answer = itemOf('I object', { id: 'answer', parentId: 'contribution', kind: 'objection', title: null })
  const markdown = partAsMarkdown(partOf(itemOf('Body'), [answer]), speech)
  expect(markdown.indexOf('> I object')).toBeGreaterThan(markdown.indexOf('> Body'))
})

test('a reply is found in its thread, at its own place', () => {
  const reply = itemOf('Yes', { id: 'reply', parentId: 'contribution' })
  expect(addressOf(partOf(reply), reply)).toBe('https://jams.example/jams/jam/threads/contribution?at=reply')
})

test('a time is said in the zone of the person, with its name', () => {
  expect(timeOf(view.postedAt, speech)).toMatch(/11:00.* (GMT\+1|CET)$/)
})

test('what was read is in every form, with where it is found', () => {
  const part = partOf(itemOf('Body'))
  const address = 'https://jams.example/jams/jam/threads/contribution?at=reply'
  for (const write of [partAsCsv, partAsHtml, partAsMarkdown]) expect(write(part, speech)).toContain(address)
})

test('a guest carries the badge in the file too', () => {
  const item = itemOf('Body', { author: { id: 'g', name: 'Gil', hub: null, guest: true } })
  expect(partAsCsv(partOf(item), speech)).toContain('Gil (guest)')
})

test('headings come in German, quotations in the original', () => {
  const spoken: Speech = { ...speech, say: speaker<typeof english>('de', german as never), language: 'de' }
  const markdown = partAsMarkdown(partOf(itemOf('In the original')), spoken)
  expect(markdown).toContain('## Was ich geschrieben habe')
  expect(markdown).toContain('> In the original')
})
