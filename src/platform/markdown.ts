import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { calmElements, calmWords } from './markdown-tree.ts'
import { escapeHtml, isPlainText, plainHtml } from './plain-html.ts'
import { sanitiseSchema } from './sanitise-schema.ts'

/** HTML longer than this is not worth its markup: nested quotes can grow a text twentyfold. In UTF-16 code units. */
const HTML_MAX = 100_000

/** More emphasis marks or deeper quotes than this take the parser a second (its time grows with their square). */
const EMPHASIS_MAX = 1_000
const QUOTES_MAX = 50

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(calmWords)
  .use(remarkRehype)
  .use(calmElements)
  .use(rehypeSanitize, sanitiseSchema)
  .use(rehypeStringify)
  .freeze()

/**
 * Sanitised HTML of a text in Markdown (GitHub's flavour), made once when it is written. HTML inside the text is shown
 * as the characters it is; pictures become links; headings start at h4, below the page's own; a line break stays one.
 * Never throws: a text nested beyond sense is shown as it was typed. '' for text without content.
 */
export function renderMarkdown(markdown: string): string {
  return isPlainText(markdown) ? plainHtml(markdown) : renderFully(markdown)
}

/** The whole way through parser and sanitiser, without the short cut for plain text. */
export function renderFully(markdown: string): string {
  if (isBeyondSense(markdown)) return asTyped(markdown)
  try {
    const html = String(processor.processSync(markdown))
    return html.length > HTML_MAX ? asTyped(markdown) : html
  } catch (error) {
    if (error instanceof RangeError) return asTyped(markdown) // nested so deep that the call stack ends
    throw error
  }
}

function isBeyondSense(markdown: string): boolean {
  const emphasis = markdown.match(/[*_~]/gu)?.length ?? 0
  return emphasis > EMPHASIS_MAX || markdown.split('\n').some((line) => line.split('>').length > QUOTES_MAX)
}

function asTyped(markdown: string): string {
  return `<p>${escapeHtml(markdown.trim()).replaceAll('\n', '<br>\n')}</p>`
}
