import { openSecretFile } from '../src/platform/index.ts'
import { type Counting, countRating, makeBallot, sweepRatings } from '../src/rating/count-rating.ts'
import { ballotNames } from '../src/rating/index.ts'
import { type JamsServer, openedJam, type TestPerson } from './jams.ts'

export type RatedJam = Awaited<ReturnType<typeof openedJam>> & { readonly ideas: readonly string[] }

/** A jam of so many ideas, each from a contribution of `author`, that is being rated. */
export async function ratedJam(
  server: JamsServer,
  who: { readonly host: TestPerson; readonly author: TestPerson; readonly ideas: number },
): Promise<RatedJam> {
  const jam = await openedJam(server, who.host)
  const ideas: string[] = []
  for (let at = 1; at <= who.ideas; at++) {
    const posted = await server.as(who.author).post(`/api/forums/${jam.forumId}/contributions`, {
      title: `Contribution ${at}`,
      body: '',
    })
    const sentence = `We try what stands in contribution ${at}.`
    const body = { sentence, contributionIds: [posted.body.id], themeId: null }
    ideas.push((await server.as(who.host).post(`${jam.path}/ideas`, body)).body.id)
  }
  await server.as(who.host).post(`${jam.path}/move`, { to: 'rate', reason: 'Time to rate.' })
  await server.database.transaction({ role: 'jobs' }, (tx) => makeBallot(tx, jam.id))
  return { ...jam, ideas }
}

/** Ends the rating and has it counted, as the job does. */
export async function countedNow(
  server: JamsServer,
  host: TestPerson,
  jam: { id: string; path: string },
): Promise<void> {
  await server.as(host).post(`${jam.path}/move`, { to: 'report', reason: 'All is said.' })
  await countRating(countingOf(server), jam.id)
}

/** What the sweep does each ten minutes. */
export async function sweepNow(server: JamsServer): Promise<void> {
  await sweepRatings(countingOf(server))
}

/** On this server's key. */
function countingOf({ api, database }: JamsServer): Counting {
  return { database, nameBallot: ballotNames(openSecretFile(api.dataDir, 'ballot-key')) }
}

/** One person rates all that she is dealt, by what `say` makes of each idea. */
export async function rateAll(
  server: JamsServer,
  person: TestPerson,
  { jam, say }: { jam: { path: string }; say: (ideaId: string) => object | null },
): Promise<number> {
  let ballot = (await server.as(person).post(`${jam.path}/ballot`)).body
  let rated = 0
  while (ballot.hand.length > 0) {
    const ideaId = ballot.hand[0].id
    ballot = (await server.as(person).put(`${jam.path}/ballot`, { ideaId, rating: say(ideaId) })).body
    rated++
  }
  return rated
}
