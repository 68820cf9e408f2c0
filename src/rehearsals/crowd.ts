import { seededRandom } from '../analysis/index.ts'
import type { Answered, Ask, Asked } from '../platform/index.ts'
import type { Course } from './course.ts'
import type { Copy } from './make-copy.ts'
import type { CrowdPlan } from './rules/plan.ts'
import { contributionOf } from './rules/words.ts'

/** So many people act at the same moment. */
const AT_ONCE = 16

/** What a crowd did, as the server took it. */
export type Taken = { readonly accepted: number[]; refused: number }

export type Acting = {
  readonly ask: Ask
  readonly course: Course
  readonly copy: Copy
  readonly plan: CrowdPlan
  readonly taken: Taken
}

/** Sends a change in somebody's name and notes whether and how fast it was taken. Undefined when it was not. */
export async function act({ ask, taken }: Pick<Acting, 'ask' | 'taken'>, asked: Asked): Promise<Answered | undefined> {
  const answered = await ask(asked)
  if (answered.status !== 200) {
    taken.refused += 1
    return undefined
  }
  taken.accepted.push(answered.ms)
  return answered
}

/** The crowd writes; gives the contributions that were taken. */
export async function write(acting: Acting): Promise<string[]> {
  const { copy, plan } = acting
  const random = seededRandom(1)
  const written: string[] = []
  await inParallel(acting, plan.contributions, async (at) => {
    const forumId = copy.forums[at % copy.forums.length] ?? ''
    const token = one(copy.crowd, at)
    const body = contributionOf(copy.words, at, random)
    const answered = await act(acting, { method: 'POST', path: `/api/forums/${forumId}/contributions`, token, body })
    if (answered) written.push(String(answered.body.id))
  })
  return written
}

/** The crowd answers and votes; everybody votes, on what others wrote too. Gives how many replies and votes were taken. */
export async function talk(acting: Acting, written: readonly string[]): Promise<{ replies: number; votes: number }> {
  const { copy, plan } = acting
  const counted = { replies: 0, votes: 0 }
  await inParallel(acting, plan.replies + plan.votes, async (at) => {
    const token = one(copy.crowd, at)
    if (at < plan.replies) {
      const body = { kind: at % 3 === 0 ? 'objection' : 'build', body: `${copy.words.reply} ${at + 1}` }
      const path = `/api/contributions/${one(written, at)}/replies`
      if (await act(acting, { method: 'POST', path, token, body })) counted.replies += 1
      return
    }
    const turn = at - plan.replies
    // The second vote of a person is on another contribution than the first one.
    const on = one(written, (turn % copy.crowd.length) + Math.floor(turn / copy.crowd.length))
    const body = { value: (turn % copy.crowd.length) % 2 === 0 ? 'agree' : 'disagree' }
    if (await act(acting, { method: 'PUT', path: `/api/contributions/${on}/vote`, token: one(copy.crowd, turn), body }))
      counted.votes += 1
  })
  return counted
}

/** The host makes ideas; then, once rating is open, a part of the crowd rates all of them. */
export async function makeIdeas(acting: Acting, written: readonly string[]): Promise<void> {
  const { copy, plan } = acting
  await inParallel(acting, plan.ideas, async (at) => {
    const sentence = `${copy.words.idea} ${at + 1}: ${copy.words.wishes[at % copy.words.wishes.length]}`
    const body = { sentence, contributionIds: [one(written, at)], themeId: null }
    await act(acting, { method: 'POST', path: `/api/jams/${copy.copyId}/ideas`, token: copy.host, body })
  })
}

/** A part of the crowd rates everything that it is dealt. */
export async function rate(acting: Acting): Promise<void> {
  const { copy, plan, course } = acting
  const path = `/api/jams/${copy.copyId}/ballot`
  await inParallel(acting, plan.raters, async (at) => {
    const token = one(copy.crowd, at)
    let answered = await act(acting, { method: 'POST', path, token, body: {} })
    for (let n = 0; answered && n < plan.ideas; n++) {
      course.signal.throwIfAborted()
      const [idea] = answered.body.hand as { id: string }[]
      if (!idea) return
      const rating = { impact: 1 + ((at + n) % 5), feasibility: 1 + ((at + 2 * n) % 5), helps: (at + n) % 3 > 0 }
      answered = await act(acting, { method: 'PUT', path, token, body: { ideaId: idea.id, rating } })
    }
  })
}

const one = (list: readonly string[], at: number): string => list[at % Math.max(1, list.length)] ?? ''

async function inParallel({ course }: Acting, count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0
  const person = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) {
      course.signal.throwIfAborted()
      await work(at)
      course.advance()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, person))
}
