import { randomBytes } from 'node:crypto'
import { hoursFromNow, type JamsServer } from '../jams.ts'
import type { WorldPerson } from '../world.ts'
import { type JamModel, type PostModel, runs, type Sight, type Somebody, sees } from './sight-model.ts'

/** A word that stands for one thing alone. */
export function newWord(): string {
  const letters = [...randomBytes(8)].map((byte) => (byte % 36).toString(36)).join('')
  return `zq${letters}qz`
}

type Change = { readonly how: 'post' | 'put' | 'delete'; readonly path: string; readonly body?: unknown }

/** A world that is changed through the product and, beside it, in the model. */
export type Living = ReturnType<typeof openLiving>

export function openLiving(server: JamsServer, sight: Sight) {
  async function change(who: Somebody, { how, path, body }: Change) {
    const asker = server.as(who.token === null ? null : ({ token: who.token } as WorldPerson))
    const answer = how === 'delete' ? await asker.delete(path) : await asker[how](path, body)
    if (answer.status !== 200) throw new Error(`${who.name} ${how} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }

  async function setUp(who: Somebody, jam: JamModel): Promise<void> {
    // An early move has changed the dates: what stands is sent back as it is.
    const { dates } = (await server.as({ token: who.token } as WorldPerson).get(`/api/jams/${jam.id}`)).body.jam
    const body = {
      title: jam.word,
      question: 'Which?',
      promise: { decides: 'The board', by: '2027-06-30', text: 'All is answered.' },
      audience: { hubs: [...jam.audience], guests: jam.guests },
      lobby: jam.lobby,
      dates:
        jam.phase === 'prepare'
          ? { opensAt: null, rateAt: null, closesAt: closes.get(jam.id), archiveAt: null }
          : dates,
      hosts: [...jam.hosts],
    }
    const view = await change(who, { how: 'put', path: `/api/jams/${jam.id}`, body })
    jam.link = view.lobbyLink ? new URL(view.lobbyLink).searchParams.get('link') : null
  }
  const closes = new Map<string, string>()

  return {
    async startJam(
      who: Somebody,
      given: { hub: string } & Pick<JamModel, 'audience' | 'guests' | 'lobby'>,
    ): Promise<JamModel> {
      const { hub, audience, guests, lobby } = given
      const word = newWord()
      const begun = await change(who, {
        how: 'post',
        path: '/api/jams',
        body: { hubId: hub, title: word, question: 'Which?' },
      })
      const id: string = begun.jam.id
      const forum = { word: newWord(), id: '' }
      const body = { title: forum.word, question: '', hosts: [] }
      forum.id = (await change(who, { how: 'post', path: `/api/jams/${id}/forums`, body })).forums[0].id
      const hosts = new Set([who.id ?? ''])
      const jam: JamModel = { id, word, forum, hosts, audience, guests, lobby, link: null, phase: 'prepare' }
      closes.set(id, hoursFromNow(24))
      await setUp(who, jam)
      sight.jams.push(jam)
      return jam
    },
    async open(who: Somebody, jam: JamModel): Promise<void> {
      await change(who, { how: 'post', path: `/api/jams/${jam.id}/open`, body: { reason: null } })
      jam.phase = 'discuss'
    },
    async close(who: Somebody, jam: JamModel): Promise<void> {
      await change(who, { how: 'post', path: `/api/jams/${jam.id}/move`, body: { to: 'report', reason: 'Enough' } })
      jam.phase = 'report'
    },
    /** Before the opening everything may change, afterwards the lobby. */
    async changeWhoReads(
      who: Somebody,
      jam: JamModel,
      wanted: Partial<Pick<JamModel, 'audience' | 'guests' | 'lobby'>>,
    ): Promise<void> {
      if (jam.phase === 'prepare') Object.assign(jam, wanted)
      else jam.lobby = wanted.lobby ?? jam.lobby
      await setUp(who, jam)
    },
    async post(who: Somebody, jam: JamModel): Promise<PostModel> {
      const word = newWord()
      const path = `/api/forums/${jam.forum.id}/contributions`
      const { id } = await change(who, { how: 'post', path, body: { title: word, body: '' } })
      who.drafts.delete(`forum:${jam.forum.id}`) // what has been posted is a draft no more
      return keep({ id, jam: jam.id, root: null, author: who.id ?? '', words: [word] })
    },
    async reply(who: Somebody, to: PostModel): Promise<PostModel> {
      const word = newWord()
      const { id } = await change(who, {
        how: 'post',
        path: `/api/contributions/${to.id}/replies`,
        body: { kind: 'plain', body: word },
      })
      return keep({ id, jam: to.jam, root: to.root ?? to.id, author: who.id ?? '', words: [word] })
    },
    async edit(who: Somebody, post: PostModel): Promise<void> {
      const word = newWord()
      const text = post.root === null ? { title: word, body: '' } : { title: null, body: word }
      await change(who, {
        how: 'put',
        path: `/api/contributions/${post.id}`,
        body: { version: post.words.length, ...text },
      })
      post.words.push(word)
    },
    async retract(who: Somebody, post: PostModel): Promise<void> {
      await change(who, { how: 'delete', path: `/api/contributions/${post.id}` })
      post.words = []
    },
    async vote(who: Somebody, post: PostModel): Promise<void> {
      await change(who, { how: 'put', path: `/api/contributions/${post.id}/vote`, body: { value: 'agree' } })
    },
    async draft(who: Somebody, jam: JamModel): Promise<void> {
      const [word, place] = [newWord(), `forum:${jam.forum.id}`]
      await change(who, {
        how: 'put',
        path: `/api/drafts/${place}`,
        body: { kind: 'contribution', title: word, body: '' },
      })
      who.drafts.set(place, word)
    },
    async join(who: Somebody, hub: string): Promise<void> {
      await change(who, { how: 'put', path: `/api/hubs/${hub}/membership`, body: { home: false } })
      if (!who.roles.has(hub)) who.roles.set(hub, 'member')
    },
    async leave(who: Somebody, hub: string): Promise<void> {
      await change(who, { how: 'delete', path: `/api/hubs/${hub}/membership` })
      who.roles.delete(hub)
    },
    async remove(by: Somebody, who: Somebody, hub: string): Promise<void> {
      await change(by, { how: 'delete', path: `/api/hubs/${hub}/people/${who.id}` })
      who.roles.delete(hub)
    },
    /** A guest comes into a hub by an invitation of its own. */
    async inviteGuest(by: Somebody, who: Somebody, hub: string): Promise<void> {
      const word = newWord()
      const body = { role: 'guest', label: word, maxUses: 1, days: 3 }
      const { link } = await change(by, { how: 'post', path: `/api/hubs/${hub}/invitations`, body })
      sight.invitations.push({ hub, word })
      const token = new URL(link).searchParams.get('token')
      await change(who, { how: 'post', path: '/api/invitation/redeem', body: { token, person: null } })
      if (!who.roles.has(hub)) who.roles.set(hub, 'guest')
    },
    /** Whoever may write in a jam now: it is open, and they take part. */
    writersOf(jam: JamModel): Somebody[] {
      const inside = { ...jam, lobby: 'members' as const }
      return jam.phase === 'discuss'
        ? sight.people.filter((who) => who.id !== null && (runs(who, jam) || sees(sight, who, inside)))
        : []
    },
  }

  function keep(post: PostModel): PostModel {
    sight.posts.push(post)
    return post
  }
}
