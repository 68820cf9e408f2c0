import type { Say } from '../../../kernel/messages.ts'
import { dateFormat } from '../../../kernel/messages.ts'
import type { Letter } from '../../contract.ts'
import type { messages } from '../../messages.en.ts'
import { escaped } from './escape.ts'
import { markdownHeading, markdownLine, markdownText as plain } from './markdown-text.ts'

type Speech = { readonly say: Say<typeof messages>; readonly language: string; readonly address: string }

/** A person's letter as one HTML page that needs no JavaScript and loads nothing. */
export function letterAsHtml(letter: Letter, speech: Speech): string {
  const { say, language, address } = speech
  const title = escaped(say('letter.title', { jam: letter.jam.title }))
  const items = letter.written.map((item) => {
    const link = `${address}/threads/${item.threadId}?at=${item.id}`
    return `<li><a href="${escaped(link)}">${escaped(item.title)}</a><br><small>${escaped(lineOf(item, speech))}</small></li>`
  })
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1.05rem/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}small{font:.85rem/1.5 system-ui,sans-serif}li{padding:.4rem 0}</style></head>
<body><h1>${title}</h1><p>${escaped(letter.jam.question)}</p><p>${escaped(sumOf(letter, speech))}</p>${becameAsHtml(letter, speech)}<ul>${items.join('')}</ul></body></html>
`
}

/** The same as Markdown; no mark of a person's words stays one. */
export function letterAsMarkdown(letter: Letter, speech: Speech): string {
  const { say, address } = speech
  const items = letter.written.map((item) => {
    const link = `${address}/threads/${item.threadId}?at=${item.id}`
    return `- [${plain(item.title)}](${link}): ${plain(lineOf(item, speech))}`
  })
  const became = letter.became.map((one) => `- ${markdownLine(plain(becameLine(one, speech)))}`)
  return `# ${markdownHeading(say('letter.title', { jam: letter.jam.title }))}\n\n${markdownLine(plain(sumOf(letter, speech)))}\n\n${became.join('\n')}${became.length > 0 ? '\n\n' : ''}${items.join('\n')}\n`
}

/** One answer in a line: what it is about and why it concerns her, what was answered, who keeps it by when. */
export function becameLine(
  { name, why, answer, reason, owner, due, state }: Letter['became'][number],
  { say, language }: Pick<Speech, 'say' | 'language'>,
): string {
  const day = due && dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(due))
  return [
    say('letter.became.name', { name, why: why.map((one) => say(`letter.why.${one}`)).join(', ') }),
    say(`letter.became.${answer}`, { reason }),
    ...(owner && day ? [say('letter.became.kept-by', { owner, day })] : []),
    ...(state ? [say(`letter.state.${state}`)] : []),
  ].join(' ')
}

function becameAsHtml({ became }: Letter, speech: Speech): string {
  if (became.length === 0) return ''
  const items = became.map((one) => `<li>${escaped(becameLine(one, speech))}</li>`)
  return `<h2>${escaped(speech.say('letter.became'))}</h2><ul>${items.join('')}</ul>`
}

function sumOf({ totals }: Letter, { say }: Speech): string {
  const { written, themes, cited } = totals
  return [
    say('letter.written', { count: written }),
    say('letter.themes', { count: themes }),
    say('letter.cited', { count: cited }),
  ].join(' ')
}

function lineOf({ place, theme, uses }: Letter['written'][number], { say }: Speech): string {
  const where = theme ? say('letter.in', { theme: theme.name }) : say('letter.unsorted')
  const used = uses.map((chapter) => say(`letter.use.${chapter}`))
  return [where, ...used, ...(place === 'headline' ? [say('letter.headline')] : [])].join(' · ')
}
