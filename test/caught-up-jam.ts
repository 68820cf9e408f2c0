import type { TestApi } from './api.ts'
import { aThemedVenue, type ThemedVenue } from './themed-venue.ts'
import type { World, WorldPerson } from './world.ts'

/** Gives a venue the jam that people see it as. */
export async function aJamOf(world: World, venueId: string, title = 'Values jam'): Promise<void> {
  await world.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows(
      `insert into jam (id, title, question, promise_decides, promise_by, promise_text, phase, opens_at, closes_at, opened_at, created_at)
         values ($1, $2, 'What?', 'The board', '2030-01-01', 'Answered', 'discuss', now(), now() + interval '12 hours', now(), now())`,
      [venueId, title],
    ),
  )
}

/** A jam in which eight people have written on two subjects; its themes are found and its figures made when this returns. */
export async function aCaughtUpJam(api: TestApi, world: World, host: WorldPerson): Promise<ThemedVenue> {
  const venue = await aThemedVenue(api, world, host)
  await aJamOf(world, venue.id)
  await untilComputed(world, venue.id)
  return venue
}

/** Waits until themes are found and figures made of everything that was written. */
export async function untilComputed(world: World, venueId: string): Promise<void> {
  for (;;) {
    const done = await world.database.transaction({ role: 'jobs' }, (tx) =>
      tx.row(
        `select 1 from theme_state as t join catch_up_state as s on s.venue_id = t.venue_id
          where t.venue_id = $1 and t.computed_at is not null and s.stale_at is null
            and exists (select from catch_up_theme as k where k.venue_id = $1)
            and not exists (select from event where position is null)
            and (select position from event_consumer where name = 'catch-up') = (select head from event_sequence)`,
        [venueId],
      ),
    )
    if (done) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
