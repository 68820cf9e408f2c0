import { addForum, changeForum, forumsFor, orderForums, removeForum } from '../conversation/index.ts'
import { ensure, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import { FORUMS_MAX } from './contract.ts'
import { jamToRun } from './find-jam.ts'
import { mayAddForum, mayChangeForum } from './rules/may.ts'
import { settleJam } from './settle-jam.ts'
import { countExisting, type WholeJamRow } from './store/jams.ts'
import { tell } from './tell.ts'

type InJam = { jamId: string }
type ForumWords = { title: string; question: string; hosts: readonly string[] }

/** Adds a forum at the end of the others; also while the jam runs. */
export async function addJamForum(ctx: Ctx, input: InJam & ForumWords): Promise<string> {
  const row = await jamWithForums(ctx, input.jamId)
  ensure(mayAddForum(row.phase))
  if (row.forums >= FORUMS_MAX) throw new Refusal('jam.forums-full', { status: 422, values: { most: FORUMS_MAX } })
  await addForum(ctx.tx, { id: newId(), venueId: row.id, ...(await wordsFrom(ctx, input)) })
  return changed(ctx, row)
}

/** Changes a forum. Once people have written in it in an open jam, what they were asked stays; its hosts may change. */
export async function changeJamForum(ctx: Ctx, input: InJam & ForumWords & { forumId: string }): Promise<string> {
  const row = await jamWithForums(ctx, input.jamId)
  const forum = await forumOf(ctx, row.id, input.forumId)
  const words = await wordsFrom(ctx, input)
  ensure(mayChangeForum(row.phase, forum, forum.title === words.title && forum.question === words.question))
  await changeForum(ctx.tx, { id: forum.id, ...words })
  return changed(ctx, row)
}

/** Removes a forum in which nobody has written, unless it is the last one of an open jam. */
export async function removeJamForum(ctx: Ctx, input: InJam & { forumId: string }): Promise<string> {
  const row = await jamWithForums(ctx, input.jamId)
  const forum = await forumOf(ctx, row.id, input.forumId)
  ensure(mayAddForum(row.phase))
  if (row.phase !== 'prepare' && row.forums === 1) throw new Refusal('jam.last-forum')
  if (!(await removeForum(ctx.tx, forum.id))) throw new Refusal('jam.forum-in-use')
  return changed(ctx, row)
}

/** Puts the forums in order; all of them are named. */
export async function orderJamForums(ctx: Ctx, input: InJam & { forums: readonly string[] }): Promise<string> {
  const row = await jamWithForums(ctx, input.jamId)
  const present = new Set((await forumsFor(ctx, row.id)).map((forum) => forum.id))
  ensure(mayChangeForum(row.phase, { contributions: 0 }, true))
  const isWhole = input.forums.length === present.size && present.symmetricDifference(new Set(input.forums)).size === 0
  if (!isWhole) throw new Refusal('jam.order-names-all', { status: 422 })
  await orderForums(ctx.tx, row.id, input.forums)
  return changed(ctx, row)
}

async function jamWithForums(ctx: Ctx, jamId: string): Promise<WholeJamRow> {
  return settleJam(ctx, await jamToRun(ctx, jamId))
}

/** A forum of this jam, and of no other. */
export async function forumOf(ctx: Ctx, jamId: string, forumId: string) {
  const forum = (await forumsFor(ctx, jamId)).find((each) => each.id === forumId)
  if (!forum) throw notFound()
  return forum
}

async function wordsFrom(ctx: Ctx, { title, question, hosts }: ForumWords): Promise<ForumWords> {
  const people = [...new Set(hosts)]
  const found = await countExisting(ctx.tx, { hubs: [], people })
  if (found.people < people.length) throw new Refusal('jam.unknown-host', { status: 422 })
  return { title: title.trim(), question: question.trim(), hosts: people }
}

async function changed(ctx: Ctx, row: WholeJamRow): Promise<string> {
  await tell(ctx.tx, { type: 'jam.changed', facts: { jamId: row.id, what: 'forums' } }, ctx.actor.personId)
  return row.id
}
