import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContributionView, ThreadView } from './contract.ts'
import {
  applyEvent,
  applyItems,
  feedOf,
  type LiveEvent,
  staleIds,
  threadOf,
  withOlder,
  withPage,
} from './live-state.ts'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const ROOT = idOf(0)
const FORUM = idOf(9_000_001)

function viewOf(n: number, given: Partial<ContributionView> = {}): ContributionView {
  return {
    id: idOf(n),
    venueId: idOf(9_000_000),
    forumId: FORUM,
    threadId: ROOT,
    parentId: n === 0 ? null : ROOT,
    number: n,
    depth: n === 0 ? 0 : 1,
    kind: n === 0 ? 'contribution' : 'build',
    author: null,
    title: n === 0 ? 'A contribution' : null,
    html: '<p>first</p>',
    language: 'en',
    seed: false,
    postedAt: new Date(1_800_000_000_000 + n * 1000).toISOString(),
    editedAt: null,
    version: 1,
    retracted: false,
    votes: { agree: 0, disagree: 0, pass: 0 },
    replies: 0,
    lastReplyAt: null,
    revision: 1,
    mine: false,
    foldId: null,
    meeting: null,
    myVote: null,
    favourite: false,
    ...given,
  }
}

/** A thread as the server holds it, told by the events it would send. */
class Server {
  readonly items = new Map<string, ContributionView>([[ROOT, viewOf(0)]])
  readonly events: LiveEvent[] = []

  at(n: number): ContributionView {
    const all = [...this.items.values()]
    return all[n % all.length] ?? viewOf(0)
  }

  change(item: ContributionView, given: Partial<ContributionView>): ContributionView {
    const next = { ...item, ...given, revision: item.revision + 1 }
    this.items.set(item.id, next)
    return next
  }

  reply(to: ContributionView): void {
    const number = this.items.size
    const reply = viewOf(number, { parentId: to.id, depth: to.depth + 1 })
    this.items.set(reply.id, reply)
    const parent = to.id === ROOT ? to : this.change(to, { replies: to.replies + 1 })
    const root = this.change(this.at(0), { replies: this.at(0).replies + 1 })
    const answered = to.id === ROOT ? root : parent
    this.events.push({
      type: 'reply.posted',
      id: reply.id,
      threadId: ROOT,
      parentId: to.id,
      number,
      replies: root.replies,
      rootRevision: root.revision,
      parentReplies: answered.replies,
      parentRevision: answered.revision,
    })
  }

  vote(item: ContributionView): void {
    const { revision, votes } = this.change(item, { votes: { ...item.votes, agree: item.votes.agree + 1 } })
    this.events.push({ type: 'contribution.voted', id: item.id, ...votes, revision })
  }

  edit(item: ContributionView): void {
    const { revision } = this.change(item, { html: `<p>edited ${item.revision}</p>`, version: item.version + 1 })
    this.events.push({ type: 'contribution.changed', id: item.id, revision })
  }

  fold(item: ContributionView): void {
    const { revision } = this.change(item, { foldId: item.foldId === null ? idOf(1) : null })
    this.events.push({ type: 'contribution.folded', id: item.id, revision })
  }

  ordered(order: 'tree' | 'time'): ContributionView[] {
    const replies = [...this.items.values()].filter((item) => item.id !== ROOT)
    if (order === 'time') return replies.toSorted((a, b) => a.number - b.number)
    const below = (id: string): ContributionView[] =>
      replies.filter((item) => item.parentId === id).flatMap((item) => [item, ...below(item.id)])
    return below(ROOT)
  }

  thread(order: 'tree' | 'time'): ThreadView {
    const items = this.ordered(order)
    return {
      root: this.at(0),
      forum: { id: FORUM, title: 'A forum' },
      order,
      items,
      previous: null,
      next: null,
      before: 0,
      firstUnread: null,
      readTo: 0,
      cursor: 0,
      may: { reply: { ok: true }, vote: { ok: true }, editOwn: { ok: true } },
    }
  }
}

const kinds = ['reply', 'vote', 'edit', 'fold'] as const
type Deed = { kind: (typeof kinds)[number]; at: number }
const deeds = fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(50) }), { maxLength: 25 })

function does(server: Server, all: readonly Deed[]): void {
  for (const deed of all) server[deed.kind](server.at(deed.at))
}

describe('a thread', () => {
  test('events shuffled and doubled, and what they ask for, give what a fresh fetch gives', () => {
    const shuffles = fc.array(fc.nat(1000), { minLength: 80, maxLength: 80 })
    fc.assert(
      fc.property(
        deeds,
        deeds,
        shuffles,
        fc.constantFrom('tree' as const, 'time' as const),
        (before, after, keys, order) => {
          const server = new Server()
          does(server, before as Deed[])
          let state = threadOf(server.thread(order))
          const early = [...server.items.values()]
          server.events.length = 0
          does(server, after as Deed[])
          const events = [...server.events, ...server.events]
            .map((event, place) => ({ event, key: keys[place] ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
          for (const { event, key } of events) {
            state = applyEvent(state, event)
            // An answer that was on its way since before the events: it must not bring old words back.
            if (key % 5 === 0) state = applyItems(state, early)
          }
          const wanted = [...state.waiting, ...staleIds(state)]
          const now = wanted.flatMap((id) => server.items.get(id) ?? [])
          for (let from = 0; from < now.length; from += 3) {
            state = applyItems(state, now.toReversed().slice(from, from + 3))
          }
          const fresh = threadOf(server.thread(order))
          expect(state.items).toEqual(fresh.items)
          expect(state.root).toEqual(fresh.root)
          expect([state.waiting, staleIds(state), state.adrift]).toEqual([[], [], []])
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a new reply waits and moves nothing', () => {
    const server = new Server()
    does(server, [{ kind: 'reply', at: 0 }])
    const state = threadOf(server.thread('time'))
    server.events.length = 0
    server.reply(server.at(0))
    const told = server.events.reduce(applyEvent, state)
    expect(told.items).toEqual(state.items)
    expect(told.waiting).toEqual([idOf(2)])
  })

  test('my own reply does not wait when its answer came before its event', () => {
    const server = new Server()
    const state = threadOf(server.thread('time'))
    server.reply(server.at(0))
    const mine = server.items.get(idOf(1)) ?? viewOf(1)
    const told = server.events.reduce(applyEvent, applyItems(state, [mine]))
    expect(told.items.map((item) => item.id)).toEqual([idOf(1)])
    expect(told.waiting).toEqual([])
  })

  test('a reply that belongs to a later page comes with that page, once', () => {
    const first = { ...new Server().thread('time'), items: [viewOf(1), viewOf(2)], next: 'more' }
    const told = applyItems(threadOf(first), [viewOf(5)])
    expect(told.items.map((item) => item.number)).toEqual([1, 2])
    const whole = withPage(told, 'after', { ...first, items: [viewOf(3), viewOf(4), viewOf(5)], next: null })
    expect(whole.items.map((item) => item.number)).toEqual([1, 2, 3, 4, 5])
  })

  test('earlier replies come before those in the page', () => {
    const first = { ...new Server().thread('time'), items: [viewOf(3)], previous: 'some', before: 2 }
    const whole = withPage(threadOf(first), 'before', {
      ...first,
      items: [viewOf(1), viewOf(2)],
      previous: null,
      before: 0,
    })
    expect([whole.items.map((item) => item.number), whole.before, whole.previous]).toEqual([[1, 2, 3], 0, null])
  })

  test('what may no longer be seen stops waiting', () => {
    const server = new Server()
    const state = threadOf(server.thread('time'))
    server.reply(server.at(0))
    const told = server.events.reduce(applyEvent, state)
    expect(applyItems(told, [], told.waiting).waiting).toEqual([])
  })
})

describe('a feed', () => {
  const root = (n: number, given: Partial<ContributionView> = {}) =>
    viewOf(n, { threadId: idOf(n), parentId: null, number: 0, depth: 0, kind: 'contribution', ...given })
  const page = (items: ContributionView[], next: string | null = null) => ({ items, next, cursor: 0 })

  test('a contribution of another forum does not wait', () => {
    const state = feedOf(page([root(1)]), FORUM, 'recent')
    expect(applyEvent(state, { type: 'contribution.posted', id: idOf(2), forumId: idOf(77) }).waiting).toEqual([])
    expect(applyEvent(state, { type: 'contribution.posted', id: idOf(2), forumId: FORUM }).waiting).toEqual([idOf(2)])
  })

  test('what waited is shown newest first, whatever the order it was fetched in', () => {
    const state = feedOf(page([root(3), root(1)], 'more'), null, 'recent')
    const ids = applyItems(state, [root(2), root(5), root(4)]).items.map((item) => item.id)
    expect(ids).toEqual([5, 4, 3, 2, 1].map(idOf))
  })

  test('an older page does not double what stands in the feed', () => {
    const state = feedOf(page([root(3), root(2)], 'more'), null, 'recent')
    expect(withOlder(state, page([root(2), root(1)])).items.map((item) => item.id)).toEqual([3, 2, 1].map(idOf))
  })

  test('votes heard while the words were being fetched are kept', () => {
    const state = feedOf(page([root(1)]), null, 'recent')
    const voted = applyEvent(state, {
      type: 'contribution.voted',
      id: idOf(1),
      agree: 4,
      disagree: 0,
      pass: 0,
      revision: 3,
    })
    const told = applyItems(voted, [root(1, { revision: 2, html: '<p>edited</p>' })])
    expect(told.items[0]).toMatchObject({ html: '<p>edited</p>', votes: { agree: 4 }, revision: 3 })
  })
})
