import type { Actor } from '../kernel/index.ts'
import type { Tx } from '../platform/index.ts'
import { findWatchableFor } from './store/live-topics.ts'

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Of these live topics the ones of venues, forums and threads that the actor may read. Others are left out. */
export async function watchableTopics(tx: Tx, actor: Actor, topics: readonly string[]): Promise<string[]> {
  const ids = (kind: string): string[] =>
    topics.flatMap((topic) => {
      const [of, id = ''] = topic.split(':')
      return of === kind && ID.test(id) ? [id] : []
    })
  const asked = { venues: ids('venue'), forums: ids('forum'), threads: ids('thread') }
  if (asked.venues.length + asked.forums.length + asked.threads.length === 0) return []
  const found = await findWatchableFor(tx, actor, asked)
  return [
    ...found.venues.map((id) => `venue:${id}`),
    ...found.forums.map((id) => `forum:${id}`),
    ...found.threads.map((id) => `thread:${id}`),
  ]
}
