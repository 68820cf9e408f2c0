import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Language } from '../kernel/messages.ts'
import { projectRoot, renderMarkdown } from '../platform/index.ts'

const FILES: Record<Language, string> = { en: 'method.md', de: 'method.de.md' }

/** docs/method.md in a language, as its title and the HTML below it. */
export async function readMethod(language: Language): Promise<{ title: string; html: string }> {
  const [first = '', ...below] = (await readFile(path.join(projectRoot, 'docs', FILES[language]), 'utf8')).split('\n')
  // A line of the file ends where it is full, not where a sentence does; people's own breaks would stay.
  const text = below.join('\n').replaceAll(/(?<!\n)\n {0,3}(?=[^\s#-])/g, ' ')
  // Texts of people begin below the headings of a page; here the page is the text.
  const html = renderMarkdown(text).replaceAll(/(<\/?)h5>/g, '$1h2>')
  return { title: first.replace(/^# /, ''), html }
}
