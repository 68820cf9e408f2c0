import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { xssPayloads } from '../../test/xss-payloads.ts'
import { renderMarkdown } from './markdown.ts'

const harmlessTag =
  /<\/?(?:p|br|hr|h[456]|blockquote|pre|ul|li|em|strong|del|code|table|thead|tbody|tr)>|<ol(?: start="\d+")?>|<\/ol>|<t[hd](?: align="(?:left|center|right)")?>|<\/t[hd]>|<a(?: href="([^"<>]*)")? rel="nofollow ugc noopener">|<\/a>|<input type="checkbox"(?: checked)? disabled>/gu
const harmlessAddress = /^(?:https?:|mailto:|(?![a-z][a-z0-9+.-]*:|[\s\p{Cc}]))/iu

/** What is left when all tags that cannot harm are taken away: a '<' then begins something else, or an address is not one of ours. */
function harmIn(html: string): string[] {
  const found: string[] = []
  const rest = html.replace(harmlessTag, (tag: string, address: string | undefined) => {
    if (address !== undefined && !harmlessAddress.test(address)) found.push(tag)
    return ''
  })
  return rest.includes('<') ? [...found, rest] : found
}

test('the corpus has well over a hundred payloads, all different', () => {
  expect(new Set(xssPayloads).size).toBeGreaterThanOrEqual(150)
})

test.each(xssPayloads)('%j does no harm', (payload) => {
  expect(harmIn(renderMarkdown(payload))).toEqual([])
})

test.each(xssPayloads.map((payload) => [payload]))('%j does no harm between other words', (payload) => {
  expect(harmIn(renderMarkdown(`- We *think*: ${payload}\n\n> ${payload}\n\n**${payload}**`))).toEqual([])
})

test('without the sanitiser the same corpus is found harmful', () => {
  const careless = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeStringify, { allowDangerousHtml: true })
  const harmful = xssPayloads.filter((payload) => harmIn(String(careless.processSync(payload))).length > 0)
  expect(harmful.length).toBeGreaterThan(100)
})
