import { wilsonBounds } from './chance.ts'
import { type AnsweredTexts, findAnswered } from './find-unanswered-firsts.ts'

/** Texts with what they are: 0 anything else, 1 a question, 2 an objection. */
export type TypedTexts = AnsweredTexts & { readonly kinds: Uint8Array }

/** The kinds of texts that ask for an answer. */
export const textKinds = { other: 0, question: 1, objection: 2 } as const

/** How many agreed and disagreed with a thing; each person once, those who passed left out. */
export type SplitVotes = { readonly agrees: Int32Array; readonly disagrees: Int32Array }

/** A question or an objection without an answer by somebody else. */
export type OpenText = { readonly text: number; readonly kind: 'question' | 'objection'; readonly waitingMs: number }

/** A vote that divides: `share` of those who took a side agreed; `people` took one. */
export type SplitVote = { readonly thing: number; readonly share: number; readonly people: number }

/** Questions and objections that nobody but their author replied to, the longest waiting first, ties by position. */
export function findOpenTexts(texts: TypedTexts, nowMs: number): OpenText[] {
  const answered = findAnswered(texts)
  return [...texts.kinds.keys()]
    .filter((text) => texts.kinds[text] !== textKinds.other && answered[text] === 0)
    .map((text): OpenText => {
      const kind = texts.kinds[text] === textKinds.question ? 'question' : 'objection'
      return { text, kind, waitingMs: nowMs - (texts.atMs[text] ?? 0) }
    })
    .sort((a, b) => b.waitingMs - a.waitingMs || a.text - b.text)
}

const largeSide = 1 / 3

/**
 * Votes that surely divide: both sides have more than a third of those who took one, by the Wilson bound at 95 %. That takes
 * about two dozen people at an even split, so that few votes never look like a split. The most even first, then the most
 * people, then the lower thing.
 */
export function findSplitVotes({ agrees, disagrees }: SplitVotes): SplitVote[] {
  return [...agrees.keys()]
    .map((thing) => ({ thing, yes: agrees[thing] ?? 0, people: (agrees[thing] ?? 0) + (disagrees[thing] ?? 0) }))
    .filter(({ yes, people }) => {
      const { low, high } = wilsonBounds(yes, people)
      return low > largeSide && 1 - high > largeSide
    })
    .map(({ thing, yes, people }) => ({ thing, share: yes / people, people }))
    .sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5) || b.people - a.people || a.thing - b.thing)
}
