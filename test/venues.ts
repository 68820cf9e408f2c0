import { addForum, createVenue, setVenue } from '../src/conversation/index.ts'
import { newId } from '../src/platform/index.ts'
import type { World, WorldHub, WorldPerson } from './world.ts'

export type WorldVenue = { readonly id: string; readonly forumId: string }

export type VenueWishes = {
  readonly hub?: WorldHub
  readonly guests?: boolean
  readonly accepts?: 'everything' | 'replies' | 'nothing'
  readonly visible?: boolean
  readonly lobby?: 'members' | 'link' | 'public'
}

/** A venue with one forum, as an open jam makes it. */
export async function aVenue(world: World, host: WorldPerson, wishes: VenueWishes = {}): Promise<WorldVenue> {
  const { hub = world.core, guests = false, accepts = 'everything', visible = true, lobby = 'members' } = wishes
  const id = newId()
  const forumId = newId()
  await world.database.transaction({ role: 'jobs' }, async (tx) => {
    await createVenue(tx, { id, kind: 'jam', hubId: hub.id, hostId: host.id })
    await addForum(tx, { id: forumId, venueId: id, title: 'Forum', question: 'What?', hosts: [] })
    await setVenue(tx, { id, visible, accepts, guests, lobby })
  })
  return { id, forumId }
}
