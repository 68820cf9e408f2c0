import { segmentSentences } from '../text/segment-sentences.ts'
import { splitWords } from '../text/split-words.ts'

/** Part of a text by position in UTF-16 units: `text.slice(start, end)`. `words` counts its words. */
export type Sentence = { readonly start: number; readonly end: number; readonly words: number }

const LEAST_WORDS = 6
const MOST_WORDS = 40
/** More of a text is not looked at: what it is about stands before. */
const LONGEST_LOOKED_AT = 4000

/** Words that point at something said before: a sentence that begins with one is not understood alone. */
const pointing = new Set(
  (
    'this that these those it its they them their he him his she her such there then also but and or so because therefore however ' +
    'das dies diese dieser dieses dem den es sie er ihm ihr ihnen dort dann damit dabei dazu dadurch deshalb aber und oder denn auch ' +
    'esto eso esta este estos estas ello ellos ellas aquello aquí allí así también pero y o porque además entonces ' +
    'això allò aquest aquesta aquests aquestes ell ella ells elles també però i perquè així aquí allà llavors ' +
    'ce cela ça cette ces il elle ils elles celui celle aussi mais et ou donc car alors ' +
    'questo questa questi queste quello quella esso essa essi anche ma e perché così ' +
    'isto isso este esta estes estas ele ela eles elas também mas porque então ' +
    'dit dat deze die het hij zij ze maar en of want ook dus'
  ).split(' '),
)
const pointingSigns = /^[这那它他她這牠祂此其但而且也因]/u

/** The sentences of a text that can stand alone: 6 to 40 words, not beginning with a word that points back. Spaces
 *  around are left out. A text without one gives its first line of at most 40 words, whatever its start. */
export function splitSentences(text: string): Sentence[] {
  const found: Sentence[] = []
  let first: Sentence | undefined
  for (const { segment, index } of segmentSentences(text.slice(0, LONGEST_LOOKED_AT))) {
    const sentence = measure(segment, index)
    if (sentence.words === 0 || sentence.words > MOST_WORDS) continue
    first ??= sentence
    if (sentence.words >= LEAST_WORDS && !pointsBack(segment)) found.push(sentence)
  }
  return found.length > 0 || first === undefined ? found : [first]
}

/** Whether the sentence could be quoted alone by its length. */
export function isWholeSentence({ words }: Sentence): boolean {
  return words >= LEAST_WORDS
}

function measure(segment: string, index: number): Sentence {
  const start = index + segment.length - segment.trimStart().length
  const end = index + segment.trimEnd().length
  return { start, end, words: splitWords(segment).filter((word) => word !== undefined).length }
}

function pointsBack(segment: string): boolean {
  if (pointingSigns.test(segment.trimStart())) return true
  const first = splitWords(segment).find((word) => word !== undefined)
  return first !== undefined && pointing.has(first.toLowerCase())
}
