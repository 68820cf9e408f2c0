import {
  addressOf,
  addressOfRead,
  authorOf,
  type PartItem,
  type Speech,
  sumOf,
  timeOf,
  type WholePart,
} from './my-part.ts'

const STYLE = `body{font:1.05rem/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#23211d;background:#fffdf8}
h1,h2,h3,h4,.about{font-family:system-ui,sans-serif;line-height:1.3}.about{font-size:.85rem;color:#5d574c}
article{border-top:1px solid #ddd5c5;padding:.5rem 0}article article{margin-inline-start:1.5rem}
@media (prefers-color-scheme:dark){body{color:#ece7dc;background:#1b1a17}.about{color:#b3ab9b}article{border-color:#443f35}a{color:#9cc4ff}}`

/** A part as one HTML page that needs no JavaScript and loads nothing. The texts are the ones that were made safe when
 *  they were written; everything else is escaped here. */
export function partAsHtml(part: WholePart, speech: Speech): string {
  const { say, language } = speech
  const title = escaped(say('mine.title', { jam: part.jam.title }))
  const written = part.written.map((item) => {
    const answers = item.answers.map((answer) => itemHtml(part, answer, speech)).join('\n')
    const heading = answers === '' ? '' : `\n<h4>${escaped(say('mine.answers'))}</h4>\n`
    return itemHtml(part, item, speech, `${heading}${answers}`)
  })
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style></head>
<body>
<h1>${title}</h1>
<p>${escaped(part.jam.question)}</p>
<p class="about"><a href="${escaped(part.jam.address)}">${escaped(part.jam.address)}</a><br>
${escaped(say('mine.made', { date: timeOf(part.madeAt, speech) }))}<br>
${escaped(sumOf(part, speech))}<br>${escaped(say('mine.my-votes', part.myVotes))}</p>
<h2>${escaped(say('mine.written'))}</h2>
${part.cut ? `<p>${escaped(say('mine.cut', { count: part.written.length }))}</p>\n` : ''}${written.join('\n') || `<p>${escaped(say('mine.nothing-written'))}</p>`}
<h2>${escaped(say('mine.favourites'))}</h2>
${part.favourites.map((item) => itemHtml(part, item, speech)).join('\n') || `<p>${escaped(say('mine.no-favourites'))}</p>`}
<h2>${escaped(say('mine.read'))}</h2>
${readHtml(part, speech) || `<p>${escaped(say('mine.nothing-read'))}</p>`}
</body>
</html>
`
}

function readHtml(part: WholePart, speech: Speech): string {
  const lines = part.read.map((item) => {
    const title = escaped(item.title ?? speech.say('mine.nobody'))
    return `<li><a href="${escaped(addressOfRead(part, item))}">${title}</a> <span class="about">${escaped(timeOf(item.seenAt, speech))}</span></li>`
  })
  return lines.length > 0 ? `<ul>\n${lines.join('\n')}\n</ul>` : ''
}

function itemHtml(part: WholePart, item: PartItem, ...[speech, inside = '']: [Speech, string?]): string {
  const { view } = item
  const { say } = speech
  const heading = view.title ?? (item.thread === null ? '' : say('mine.in-thread', { title: item.thread }))
  const about = [say(`mine.kind.${view.kind}`), authorOf(item, speech), timeOf(view.postedAt, speech)].join(' · ')
  const address = escaped(addressOf(part, item))
  return `<article>
<h3><a href="${address}">${escaped(heading)}</a></h3>
<p class="about">${escaped(about)}<br>${escaped(say('mine.votes', view.votes))}</p>
<div lang="${escaped(view.language)}">${view.html}</div>${inside}
</article>`
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => NAMED[letter] ?? letter)
}
