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

/** A part as Markdown. Every text of a person stands as a quotation of its own Markdown, so that nothing in it can end
 *  the frame around it; titles and names are plain text. */
export function partAsMarkdown(part: WholePart, speech: Speech): string {
  const { say } = speech
  const blocks = [
    `# ${plain(say('mine.title', { jam: part.jam.title }))}`,
    plain(part.jam.question),
    `<${part.jam.address}>`,
    say('mine.made', { date: timeOf(part.madeAt, speech) }),
    sumOf(part, speech),
    say('mine.my-votes', part.myVotes),
    `## ${say('mine.written')}`,
    ...(part.cut ? [say('mine.cut', { count: part.written.length })] : []),
    ...(part.written.length === 0 ? [say('mine.nothing-written')] : []),
    ...part.written.flatMap((item) => [...itemBlocks(part, item, speech), ...answerBlocks(part, item.answers, speech)]),
    `## ${say('mine.favourites')}`,
    ...(part.favourites.length === 0 ? [say('mine.no-favourites')] : []),
    ...part.favourites.flatMap((item) => itemBlocks(part, item, speech)),
    `## ${say('mine.read')}`,
    readBlock(part, speech),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function readBlock(part: WholePart, speech: Speech): string {
  if (part.read.length === 0) return speech.say('mine.nothing-read')
  return part.read
    .map((item) => `- ${plain(item.title ?? '')} · ${timeOf(item.seenAt, speech)} · <${addressOfRead(part, item)}>`)
    .join('\n')
}

function itemBlocks(part: WholePart, item: PartItem, speech: Speech): string[] {
  const { view } = item
  const { say } = speech
  const heading = view.title ?? (item.thread === null ? '' : say('mine.in-thread', { title: item.thread }))
  const about = [say(`mine.kind.${view.kind}`), plain(authorOf(item, speech)), timeOf(view.postedAt, speech)]
  return [
    `### ${plain(heading)}`,
    `${about.join(' · ')}  \n${say('mine.votes', view.votes)}  \n<${addressOf(part, item)}>`,
    quoted(item.body),
  ]
}

function answerBlocks(part: WholePart, answers: readonly PartItem[], speech: Speech): string[] {
  if (answers.length === 0) return []
  const { say } = speech
  return [
    `#### ${say('mine.answers')}`,
    ...answers.flatMap((answer) => [
      `${say(`mine.kind.${answer.view.kind}`)} · ${plain(authorOf(answer, speech))} · ${timeOf(answer.view.postedAt, speech)}  \n<${addressOf(part, answer)}>`,
      quoted(answer.body),
    ]),
  ]
}

function quoted(markdown: string): string {
  if (markdown.trim() === '') return ''
  return markdown
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** Text on one line in which Markdown means nothing. */
function plain(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&')
}
