import type { CardView, CatchUpView, Quote } from '../contract.ts'
import type { Speech } from './describe.ts'
import { TEXT_BYTES_MAX } from './limits.ts'

/** What the forms without JavaScript need beside the view: whom they speak to, and where people reach this installation. */
export type Form = Speech & { readonly origin: string }

/** Where a text is read in its thread. */
export function addressOf({ jam }: CardView, { contributionId, threadId }: Quote): string {
  const thread = `/jams/${jam.id}/threads/${threadId}`
  return contributionId === threadId ? thread : `${thread}?at=${contributionId}`
}

/** Where everything about a card stands: its text, else its theme, else its jam. */
export function placeOfCard(card: CardView): string {
  if (card.quote) return addressOf(card, card.quote)
  if (card.key.startsWith('poll-')) return `/jams/${card.jam.id}/polls`
  if (card.key.startsWith('consent:')) return `/jams/${card.jam.id}/ideas`
  return card.theme ? `/jams/${card.jam.id}/themes/${card.theme.id}` : `/jams/${card.jam.id}`
}

/** Where what was not shown of a theme is read. */
export function addressOfRest({ jamId, themeId }: { jamId: string; themeId: string | null }): string {
  return themeId ? `/jams/${jamId}/themes/${themeId}` : `/jams/${jamId}/themes?part=unsorted`
}

/** "Shown 9 of 61 themes, 34 of 2,118 new contributions". */
export function sumLine({ shown, of }: CatchUpView, { say }: Pick<Speech, 'say'>): string {
  const themes = say('catch-up.shown.themes', { shown: shown.themes, count: of.themes })
  return `${themes}, ${say('catch-up.shown.said', { shown: shown.said, count: of.said })}`
}

/** The title of a card: its theme, else its jam. */
export const titleOf = ({ theme, jam }: CardView): string => theme?.name || jam.title

const authorOf = ({ author, hub }: Quote): string => [author, hub].filter(Boolean).join(', ')

const isSomething = ({ sections }: CatchUpView) => sections.some(({ cards }) => cards.length > 0)

/** A catch-up as plain text, below 50 kB: what does not fit is said, with the address where it stands. */
export function asText(view: CatchUpView, form: Form): string {
  const { say, origin } = form
  const head = [say('catch-up.title'), sumLine(view, form), '']
  if (!isSomething(view)) return `${[...head, say('catch-up.nothing')].join('\n')}\n`
  const blocks = view.sections.flatMap(({ key, cards, left }) => {
    if (cards.length === 0) return []
    const more = left > 0 ? [`${say('catch-up.left', { count: left })}: ${origin}/catch-up?only=${key}`] : []
    return [`## ${say(`catch-up.section.${key}`)}\n`, ...cards.map((card) => cardText(card, form)), ...more]
  })
  const rest = view.remainders.map(
    (place) => `${place.name}: ${say('catch-up.new', { count: place.said })} ${origin}${addressOfRest(place)}`,
  )
  const lines = [...head, ...blocks, `## ${say('catch-up.remainders')}\n`, ...rest]
  return withinBytes(lines, say('catch-up.cut', { address: `${origin}/catch-up` }))
}

function cardText(card: CardView, { say, origin }: Form): string {
  const quoted = (label: string, quote: Quote | null) =>
    quote ? [`${label}“${quote.sentence}” (${authorOf(quote)})\n  ${origin}${addressOf(card, quote)}`] : []
  return [
    `* ${titleOf(card)}`,
    card.line,
    ...quoted('', card.quote),
    ...quoted(`${say('catch-up.build')}: `, card.build),
    ...quoted(`${say('catch-up.objection')}: `, card.objection),
    ...(card.quote ? [] : [`${origin}${placeOfCard(card)}`]),
    '',
  ].join('\n  ')
}

function withinBytes(lines: readonly string[], cut: string): string {
  const most = TEXT_BYTES_MAX - bytesOf(cut) - 2
  const kept: string[] = []
  let bytes = 0
  for (const line of lines) {
    bytes += bytesOf(line) + 1
    if (bytes > most) return `${[...kept, cut].join('\n')}\n`
    kept.push(line)
  }
  return `${kept.join('\n')}\n`
}

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

const STYLE = `body{font:1.05rem/1.55 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#23211d;background:#fffdf8}
h1,h2,h3,.about,nav{font-family:system-ui,sans-serif;line-height:1.3}.about,nav{font-size:.85rem;color:#5d574c}
article{border-top:1px solid #ddd5c5;padding:.5rem 0}blockquote{margin:.4rem 0 .4rem 1rem}
@media (prefers-color-scheme:dark){body{color:#ece7dc;background:#1b1a17}.about,nav{color:#b3ab9b}article{border-color:#443f35}a{color:#9cc4ff}}`

/** A catch-up as one HTML page that needs no JavaScript and loads nothing; `foot` is HTML that stands below it. The same
 *  page is the body of a digest. */
export function asHtml(view: CatchUpView, form: Form, foot = ''): string {
  const { say, origin } = form
  const sections = view.sections.filter(({ cards }) => cards.length > 0)
  const body = sections.map(({ key, cards, left }) => {
    const more =
      left > 0
        ? `<p><a href="${origin}/catch-up/plain?only=${key}">${escaped(say('catch-up.left', { count: left }))}</a></p>`
        : ''
    return `<h2>${escaped(say(`catch-up.section.${key}`))}</h2>\n${cards.map((card) => cardHtml(card, form)).join('\n')}${more}`
  })
  const rest = view.remainders.map(
    (place) =>
      `<li><a href="${origin}${addressOfRest(place)}">${escaped(place.name)}</a>: ${escaped(say('catch-up.new', { count: place.said }))}</li>`,
  )
  const none = sections.length === 0 ? `<p>${escaped(say('catch-up.nothing'))}</p>` : ''
  const left = rest.length > 0 ? `<h2>${escaped(say('catch-up.remainders'))}</h2>\n<ul>${rest.join('\n')}</ul>` : ''
  return page(
    say('catch-up.title'),
    `<p class="about">${escaped(sumLine(view, form))}</p>\n${minutesHtml(form)}${none}${body.join('\n')}\n${left}${foot}`,
    form,
  )
}

const minutesHtml = ({ say, origin }: Form): string =>
  `<nav>${[2, 10, 30].map((minutes) => `<a href="${origin}/catch-up/plain?minutes=${minutes}">${escaped(say('catch-up.minutes', { count: minutes }))}</a>`).join(' · ')}</nav>\n`

/** A page of its own, safe to open: everything in `title` is escaped, `body` is HTML. */
export function page(title: string, body: string, { language }: Pick<Speech, 'language'>): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`
}

function cardHtml(card: CardView, form: Form): string {
  const { say, origin } = form
  const quoted = (label: string, quote: Quote | null) =>
    quote
      ? `<blockquote>${label && `<span class="about">${escaped(label)}</span><br>`}<a lang="${escaped(quote.language)}" href="${origin}${addressOf(card, quote)}">${escaped(quote.sentence)}</a><br><span class="about">${escaped(authorOf(quote))}</span></blockquote>`
      : ''
  return `<article>
<h3><a href="${origin}${card.theme ? addressOfRest({ jamId: card.jam.id, themeId: card.theme.id }) : placeOfCard(card)}">${escaped(titleOf(card))}</a></h3>
<p class="about">${escaped(card.line)}</p>
${quoted('', card.quote)}${quoted(say('catch-up.build'), card.build)}${quoted(say('catch-up.objection'), card.objection)}
<details class="about"><summary>${escaped(say('catch-up.why'))}</summary><ul>${card.why.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></details>
</article>`
}

/** A catch-up as an Atom feed: an entry for each card, named by what it is about, so that a reader shows it once. */
export function asAtom(view: CatchUpView, form: Form, feed: string): string {
  const { say, origin } = form
  const entries = view.sections.flatMap(({ key, cards }) =>
    cards.map((card) => {
      const id = card.quote
        ? `urn:uuid:${card.quote.contributionId}`
        : `${origin}/catch-up#${encodeURIComponent(card.key)}`
      return `<entry><id>${escaped(id)}</id><title>${escaped(`${say(`catch-up.section.${key}`)}: ${titleOf(card)}`)}</title>
<updated>${view.readAt}</updated><link href="${escaped(`${origin}${placeOfCard(card)}`)}"/>
<content type="html">${escaped(cardHtml(card, form))}</content></entry>`
    }),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${escaped(feed)}</id><title>${escaped(say('catch-up.title'))}</title>
<updated>${view.readAt}</updated><author><name>Dandelion</name></author><link rel="self" href="${escaped(feed)}"/>
${entries.join('\n')}
</feed>
`
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it stands in HTML and XML; control characters, which XML cannot hold, are left out. */
export function escaped(text: string): string {
  return text.replace(/[\p{Cc}&<>"']/gu, (letter) => NAMED[letter] ?? (letter === '\n' ? ' ' : ''))
}
