import { type JamModel, type PostModel, present, runs, type Sight, type Somebody, sees } from './sight-model.ts'

/** One way to read, as somebody: the address, the answer's status, the words that must be in it and those that may. */
export type Reading = {
  readonly path: string
  readonly status: number
  readonly must: readonly string[]
  readonly may: readonly string[]
  /** What is asked in the body of a POST instead of the address. */
  readonly body?: Readonly<Record<string, unknown>>
  /** A live stream: the topics that are granted, instead of words. */
  readonly topics?: readonly string[]
}

export type Adapter = (sight: Sight, who: Somebody) => Reading[]
type Words = Partial<Pick<Reading, 'must' | 'may' | 'status'>>

const POSTS_LOOKED_AT = 4
export const NOTHING_TOKEN = 'A'.repeat(43)

export const exactly = (path: string, must: readonly string[], status = 200): Reading => ({
  path,
  status,
  must,
  may: must,
})
export const empty = (path: string, status = 200): Reading => exactly(path, [], status)
export const signedIn = (path: string, who: Somebody, then: Words): Reading =>
  who.id === null ? empty(path, 401) : { path, status: 200, must: [], may: then.must ?? [], ...then }

const postsOf = (sight: Sight, jam: JamModel): PostModel[] => sight.posts.filter((post) => post.jam === jam.id)
export const rootsOf = (sight: Sight, jam: JamModel): PostModel[] =>
  postsOf(sight, jam).filter((post) => post.root === null)
export const wordsOf = (posts: readonly PostModel[]): string[] => posts.flatMap(present)
export const threadOf = (sight: Sight, root: PostModel): string[] =>
  wordsOf(sight.posts.filter(({ id, root: of }) => id === root.id || of === root.id))
export const allOf = (sight: Sight, jam: JamModel): string[] => [
  jam.word,
  jam.forum.word,
  ...wordsOf(postsOf(sight, jam)),
]

export const eachJam =
  (read: (jam: JamModel, sight: Sight, who: Somebody) => Reading[]): Adapter =>
  (sight, who) =>
    sight.jams.flatMap((jam) => read(jam, sight, who))

/** Roots and replies of every jam, the latest ones. */
export const eachPost =
  (read: (post: PostModel, seen: boolean, sight: Sight, who: Somebody) => Reading[]): Adapter =>
  (sight, who) =>
    sight.jams.flatMap((jam) =>
      postsOf(sight, jam)
        .slice(-POSTS_LOOKED_AT)
        .flatMap((post) => read(post, sees(sight, who, jam), sight, who)),
    )

export const eachHub =
  (read: (hubId: string, sight: Sight, who: Somebody) => Reading): Adapter =>
  (sight, who) =>
    sight.hubs.map(({ id }) => (who.id === null ? empty(read(id, sight, who).path, 401) : read(id, sight, who)))

export const forOwners =
  (path: string): Adapter =>
  (_sight, who) => [signedIn(path, who, { status: who.owner ? 200 : 403 })]

/** What is mine in a jam: my words; the rest of what I may see may stand beside them. */
export function mine(jam: JamModel, sight: Sight, who: Somebody): Words {
  if (!sees(sight, who, jam)) return { status: 404 }
  return { must: wordsOf(postsOf(sight, jam).filter((post) => post.author === who.id)), may: allOf(sight, jam) }
}

/** Who runs a jam has all of it as a file; who reads it is told that it is not theirs. */
export function exported(jam: JamModel, sight: Sight, who: Somebody): Words {
  if (runs(who, jam))
    return { must: allOf(sight, jam), may: [...allOf(sight, jam), ...allVersions(sight, jam), ...hubWords(sight)] }
  return { status: sees(sight, who, jam) ? 403 : 404 }
}

const allVersions = (sight: Sight, jam: JamModel): string[] => postsOf(sight, jam).flatMap((post) => post.words)
export const hubWords = (sight: Sight): string[] => sight.hubs.map(({ word }) => word)

/** Both ways into a lobby that has a link: with it, and without. */
export function throughLobby(
  jam: JamModel,
  sight: Sight,
  who: Somebody,
  { at, words }: { at: string; words: string[] },
): Reading[] {
  const read = (link: string | null): Reading => {
    const seen = sees(sight, who, jam, link !== null && link === jam.link)
    const path = link === null ? at : `${at}?link=${link}`
    return seen ? { path, status: 200, must: words, may: [...words, ...hubWords(sight)] } : empty(path, 404)
  }
  const others = sight.jams.find(({ id, link }) => id !== jam.id && link !== null)?.link ?? null
  return [read(null), ...(jam.link ? [read(jam.link)] : []), ...(others ? [read(others)] : [])]
}

/** What somebody may find who catches up: words of the jams she may read, nothing else. */
const missed = (sight: Sight, who: Somebody): Words => ({
  may: [...sight.jams.filter((jam) => sees(sight, who, jam)).flatMap((jam) => allOf(sight, jam)), ...hubWords(sight)],
})
/** The same of all jams, of one, and as a section of its own. */
export const catchingUp = (path: string, sight: Sight, who: Somebody): Reading[] =>
  [
    path,
    `${path}?since=all&only=least-heard`,
    ...sight.jams.slice(-3).map(({ id }) => `${path}?minutes=30&since=all&jamId=${id}`),
  ].map((one) => signedIn(one, who, missed(sight, who)))

export const ownDrafts = (who: Somebody): string[] => [...who.drafts.values()]

/** A contribution by its own words: who may see it finds it. What was written before, and taken away since, finds nothing. */
export function searched(post: PostModel, seen: boolean, ...[sight, who]: [Sight, Somebody]): Reading[] {
  const jam = sight.jams.find(({ id }) => id === post.jam)
  const stands = seen ? present(post) : []
  return [...new Set(post.words)].map((words) => {
    const isThere = stands.includes(words)
    const then = isThere ? { must: stands, may: [...stands, jam?.word ?? '', jam?.forum.word ?? ''] } : {}
    return { ...signedIn('/api/search', who, then), body: { words } }
  })
}
