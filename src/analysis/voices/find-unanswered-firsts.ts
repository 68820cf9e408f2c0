/** Texts in any order: who wrote them (-1: not known), when in milliseconds since 1970, and which text they answer
 *  (-1: none). */
export type AnsweredTexts = {
  readonly people: Int32Array
  readonly atMs: Float64Array
  readonly replyTo: Int32Array
}

/** The first text of a person, which nobody else has answered for `waitingMs`. */
export type UnansweredFirst = { readonly text: number; readonly person: number; readonly waitingMs: number }

const usualPatienceMs = 2 * 60 * 60 * 1000

/**
 * First texts of people that nobody else answered, the longest waiting first (ties by position), once they have waited for
 * `patienceMs` (two hours when absent). One's own reply is no answer; a person's later texts do not matter, answered or not.
 */
export function findUnansweredFirsts(
  texts: AnsweredTexts,
  { nowMs, patienceMs = usualPatienceMs }: { readonly nowMs: number; readonly patienceMs?: number | undefined },
): UnansweredFirst[] {
  const answered = findAnswered(texts)
  return [...firstTexts(texts)]
    .map(([person, text]) => ({ text, person, waitingMs: nowMs - (texts.atMs[text] ?? 0) }))
    .filter(({ text, waitingMs }) => waitingMs >= patienceMs && answered[text] === 0)
    .sort((a, b) => b.waitingMs - a.waitingMs || a.text - b.text)
}

/** 1 for each text that somebody other than its author replied to. */
export function findAnswered({ people, replyTo }: AnsweredTexts): Uint8Array {
  const answered = new Uint8Array(people.length)
  for (const [reply, text] of replyTo.entries()) {
    if (text >= 0 && (people[reply] !== people[text] || people[reply] === -1)) answered[text] = 1
  }
  return answered
}

function firstTexts({ people, atMs }: AnsweredTexts): Map<number, number> {
  const first = new Map<number, number>()
  for (const [text, person] of people.entries()) {
    const known = first.get(person)
    if (person >= 0 && (known === undefined || (atMs[text] ?? 0) < (atMs[known] ?? 0))) first.set(person, text)
  }
  return first
}
