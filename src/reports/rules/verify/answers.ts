import type { Answered, Report } from '../report.ts'
import type { Fault } from './fault.ts'

const ANSWERING = new Set<Report['edition']['kind']>(['answered', 'ninety-days'])

/** An answered edition answers every headline theme once, each answer with its reason, the names under it, and with who keeps
 *  it by when unless it is a no; other editions answer nothing. After 90 days every promise has its state, and a theme that
 *  came first since may wait still. */
export function answerFaults({ edition, themes, answers }: Report): Fault[] {
  const fault = (at: string, what: string): Fault => ({ rule: 'report/answers', at, what })
  if (!ANSWERING.has(edition.kind))
    return answers ? [fault('answers', 'stand in an edition that was not answered')] : []
  const given = answers ?? []
  const keys = given.map(({ kind, id }) => `${kind} ${id}`)
  const answered = new Set(keys)
  const headlines = themes.filter(({ headline }) => headline !== null)
  return [
    ...headlines
      .filter(({ id }) => edition.kind === 'answered' && !answered.has(`theme ${id}`))
      .map(({ id }) => fault(id, 'is a headline without an answer')),
    ...(answered.size < keys.length ? [fault('answers', 'answer something twice')] : []),
    ...given.flatMap((one) => problemsOf(one).map((what) => fault(one.id, what))),
  ]
}

function problemsOf({ answer, reason, owner, due, signed, promise }: Answered): string[] {
  const promises = answer !== 'decline'
  return [
    ...(reason.trim() === '' ? ['is answered without a reason'] : []),
    ...(signed.length === 0 ? ['is signed by nobody'] : []),
    ...(promises && !(owner && due) ? ['is promised by nobody, or without a day'] : []),
    ...(promises === (promise === null) ? ['has a promise where none is, or none where one is'] : []),
  ]
}
