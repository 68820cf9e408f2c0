import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderFully, renderMarkdown } from './markdown.ts'
import { isPlainText, plainHtml } from './plain-html.ts'

test('emphasis becomes HTML and a line break stays one', () => {
  expect(renderMarkdown('Hello **you**\nnext line')).toBe('<p>Hello <strong>you</strong><br>\nnext line</p>')
})

test('headings start below those of the page', () => {
  expect(renderMarkdown('# One\n## Two\n### Three\n#### Four')).toBe(
    '<h4>One</h4>\n<h5>Two</h5>\n<h6>Three</h6>\n<h6>Four</h6>',
  )
})

test('links lend no weight and take no window', () => {
  expect(renderMarkdown('[here](https://example.org)')).toBe(
    '<p><a href="https://example.org" rel="nofollow ugc noopener">here</a></p>',
  )
})

test('a picture is a link to it', () => {
  expect(renderMarkdown('![a cat](https://example.org/cat.png)')).toBe(
    '<p><a href="https://example.org/cat.png" rel="nofollow ugc noopener">a cat</a></p>',
  )
})

test('a picture inside a link leaves its words', () => {
  expect(renderMarkdown('[![a cat](cat.png)](https://example.org)')).toContain('>a cat</a></p>')
})

test.each([
  ['HTML between words', 'use <b>bold</b> here', '&#x3C;b>bold&#x3C;/b>'],
  ['a block of HTML', '<div>\nhi\n</div>', '<p>&#x3C;div><br>\nhi<br>\n&#x3C;/div></p>'],
  ['a footnote', 'so it is[^1]\n\n[^1]: says who', 'so it is[^1]'],
  ['an address that no link uses', '[1]: https://example.org', '[1]: https://example.org'],
])('%s is shown as it was typed', (_what, markdown, shown) => {
  expect(renderMarkdown(markdown)).toContain(shown)
})

test('an address that a link uses is not shown twice', () => {
  expect(renderMarkdown('[see][1]\n\n[1]: https://example.org')).not.toContain('[1]')
})

test('lists, tables and struck text are understood', () => {
  const html = renderMarkdown('- [x] done\n- ~~no~~\n\n|a|b|\n|:-|-:|\n|1|2|')
  expect(html).toContain('<input type="checkbox" checked disabled> done')
  expect(html).toContain('<del>no</del>')
  expect(html).toContain('<th align="right">b</th>')
})

test('text without content gives nothing', () => {
  expect(renderMarkdown('')).toBe('')
  expect(renderMarkdown(' \n\n ')).toBe('')
})

const monsters: [string, string][] = [
  ['quotes in quotes', '>'.repeat(10_000)],
  ['open brackets', '['.repeat(10_000)],
  ['open pictures', '!['.repeat(5_000)],
  ['crossed emphasis', '*a_ '.repeat(2_500)],
  ['ampersands', '&'.repeat(10_000)],
  ['back ticks', '`a``b'.repeat(2_000)],
  ['columns', `${'|a'.repeat(2_500)}\n${'|-'.repeat(2_500)}`],
  ['lists in lists', Array.from({ length: 140 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
  ['addresses', 'http://a.b '.repeat(900)],
  ['open tags', '<a '.repeat(3_333)],
  ['quoted lists', `${'> - '.repeat(2_500)}a`],
]

test.each(monsters)('10,000 characters of %s neither fail nor block the others for long', (_what, markdown) => {
  const before = process.threadCpuUsage()
  expect(renderMarkdown(markdown).length).toBeLessThanOrEqual(150_000)
  expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(700) // ms of this thread: a busy machine is not our fault
})

const pieces = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      ...'abZé19 .,;:!?()"\'-+/%=^{}„“«…\n'.split(''),
      '\n\n',
      'www',
      'http',
      '1.',
      '中',
      '😊',
      ' ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
)

test('the short cut for plain text gives the same bytes as the whole way', () => {
  let plain = 0
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
      const text = parts.join('')
      if (!isPlainText(text)) return
      plain++
      expect(plainHtml(text)).toBe(renderFully(text))
    }),
    { numRuns: 3_000 },
  )
  expect(plain).toBeGreaterThan(500)
})

test.each([
  '*a*',
  '1. a',
  '- a',
  'a\n===',
  'www.a.org',
  'a@b.org',
  '&amp;',
  'a  \nb',
  '    a',
  '[a]: b',
  'http://a.b',
  '<b>',
])('%j does not take the short cut', (text) => {
  expect(isPlainText(text)).toBe(false)
})
