import { addForum, createVenue, plantSeed, setVenue } from '../conversation/index.ts'
import { Refusal } from '../kernel/index.ts'
import { newId, type Tx } from '../platform/index.ts'
import { setAlarm } from './apply-event.ts'
import type { LobbyLinks } from './lobby-links.ts'
import { mayPlan } from './rules/phase.ts'
import { planAfter, promiseDay, type Template } from './rules/template.ts'
import { insertJam, saveClock, saveSettings } from './store/jams.ts'
import { tell } from './tell.ts'

export type BeginFromTemplate = {
  readonly template: Template
  readonly title: string
  readonly hubId: string
  /** Who takes part. */
  readonly hubs: readonly string[]
  readonly opensAt: Date
  /** Its only host, in whose name the seeds stand. The caller has decided that she may start it. */
  readonly hostId: string
  /** Without it a lobby that is open by link is given its link when a server looks next. */
  readonly links?: LobbyLinks
}

const NO_PLAN = { opensAt: null, rateAt: null, closesAt: null, archiveAt: null }

/** Begins to prepare a jam that is set up as a template says, and gives its id. Its dates are counted from its opening. */
export async function beginFromTemplate(tx: Tx, given: BeginFromTemplate): Promise<string> {
  const { template, hubId, hostId, opensAt } = given
  const plan = planAfter(template.phases, opensAt)
  const may = mayPlan(plan, NO_PLAN, tx.now)
  if (!may.ok) throw new Refusal(may.because, { status: 422 })
  const [id, title, question] = [newId(), given.title.trim(), template.question.trim()]
  await createVenue(tx, { id, kind: 'jam', hubId, hostId })
  await insertJam(tx, { id, title, question, createdBy: hostId })
  await saveSettings(tx, {
    id,
    title,
    question,
    promise: promiseOf(template, plan.closesAt),
    link: template.lobby === 'link' ? (given.links?.make(id) ?? null) : null,
  })
  await setVenue(tx, { id, hubs: given.hubs, guests: template.guests, lobby: template.lobby })
  await saveClock(tx, id, { phase: 'prepare', plan, openedAt: null, closedAt: null, nextAt: opensAt, complete: true })
  await setAlarm(tx, id, opensAt)
  await addForums(tx, id, given)
  await tell(tx, { type: 'jam.changed', facts: { jamId: id, what: 'settings' } }, hostId)
  return id
}

function promiseOf({ promise }: Template, closesAt: Date | null) {
  if (!promise || !closesAt) return null
  return { decides: promise.decides.trim(), text: promise.text.trim(), by: promiseDay(promise.days, closesAt) }
}

async function addForums(tx: Tx, venueId: string, { template, hostId }: BeginFromTemplate): Promise<void> {
  for (const { title, question, seeds } of template.forums) {
    const forumId = newId()
    await addForum(tx, { id: forumId, venueId, title: title.trim(), question: question.trim(), hosts: [] })
    for (const seed of seeds) await plantSeed(tx, { ...seed, venueId, forumId, authorId: hostId })
  }
}
