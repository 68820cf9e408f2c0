import type { themes } from '../../analysis/index.ts'
import { openThread } from '../../platform/index.ts'
import type { ComputeAsked, ComputeQuestion, FindQuestion, Found, News, Stands } from './asked.ts'

/** The two threads of themes, as the rest of the process sees them: one computes, one finds, and both hold the same texts. */
export type Engine = {
  /** Whether the threads hold this conversation: then they need only its news. */
  holds(venueId: string): boolean
  /** Begins to hold a conversation, without a text, or begins anew. */
  open(venueId: string): void
  /** Hands news to both threads, in the order of the calls. */
  take(venueId: string, news: News): void
  /** Says where contributions stand now, to the thread that finds. */
  stand(venueId: string, stands: readonly Stands[], telling?: readonly themes.TellingWords[]): void
  forget(venueId: string): void
  /** Null, as in `place` and `similar`: the conversation is not held here. */
  compute(venueId: string, asked: ComputeAsked): Promise<Found | null>
  place(venueId: string, ids: readonly string[]): Promise<readonly Stands[] | null>
  similar(venueId: string, text: string, most: number): Promise<readonly themes.SimilarText[] | null>
  stop(): Promise<void>
}

/** What both threads together keep of a text, measured with 100,000 real ones: so much, and so much a letter. */
const BYTES_A_TEXT = 1_500
const BYTES_A_LETTER = 12
/** Room for two conversations of 100,000 contributions, or for some hundred lively ones: what is over it is read again when
 *  somebody writes there. */
const BUDGET_BYTES = 768 * 1024 * 1024

const bytesOf = ({ texts }: News): number =>
  texts.reduce((sum, { text }) => sum + BYTES_A_TEXT + text.length * BYTES_A_LETTER, 0)

/** Opens both threads at their first question. When one of them dies, what waited for it fails and both begin anew.
 *  `budgetBytes` is smaller in tests. */
export function openEngine({ budgetBytes = BUDGET_BYTES }: { budgetBytes?: number } = {}): Engine {
  /** Bytes of each conversation, the one used last at the end. */
  const held = new Map<string, number>()
  const computing = openThread<ComputeQuestion>({
    file: new URL('./compute-thread.ts', import.meta.url),
    what: 'themes',
    onEnd: lose,
  })
  const finding = openThread<FindQuestion>({
    file: new URL('./find-thread.ts', import.meta.url),
    what: 'places',
    onEnd: lose,
  })

  function lose(): void {
    for (const venueId of held.keys()) forget(venueId)
  }

  function tell(question: ComputeQuestion & FindQuestion): void {
    const { venueId, what } = question
    const failed = (): void => {
      if (what !== 'forget') forget(venueId)
    }
    computing.ask(question).catch(failed)
    finding.ask(question).catch(failed)
  }

  function forget(venueId: string): void {
    if (held.delete(venueId)) tell({ venueId, what: 'forget' })
  }

  function use(venueId: string, bytes: number): void {
    const before = held.get(venueId) ?? 0
    held.delete(venueId)
    held.set(venueId, before + bytes)
    let all = [...held.values()].reduce((sum, each) => sum + each, 0)
    for (const [oldest, size] of held) {
      if (all <= budgetBytes || oldest === venueId) return
      forget(oldest)
      all -= size
    }
  }

  async function ask<A>(venueId: string, question: () => Promise<A>): Promise<A | null> {
    if (!held.has(venueId)) return null
    use(venueId, 0)
    return question()
  }

  return {
    holds: (venueId) => held.has(venueId),
    open: (venueId) => {
      forget(venueId)
      use(venueId, 0)
    },
    take: (venueId, news) => {
      if (!held.has(venueId)) return
      use(venueId, bytesOf(news))
      tell({ venueId, what: 'take', news })
    },
    stand: (venueId, stands, telling) => {
      if (!held.has(venueId)) return
      const said: FindQuestion = { venueId, what: 'stand', stands, ...(telling && { telling }) }
      finding.ask(said).catch(() => forget(venueId))
    },
    forget,
    compute: (venueId, asked) => ask(venueId, () => computing.ask<Found | null>({ venueId, what: 'compute', asked })),
    place: (venueId, ids) => ask(venueId, () => finding.ask<Stands[] | null>({ venueId, what: 'place', ids })),
    similar: (venueId, text, most) => ask(venueId, () => finding.ask({ venueId, what: 'similar', text, most })),
    stop: async () => {
      held.clear()
      await Promise.all([computing.stop(), finding.stop()])
    },
  }
}
