import { type Actor, allowed, type Decision, hostsHub, refused } from '../../kernel/index.ts'
import type { Dates, Lobby, Phase, PromiseCard } from '../contract.ts'
import { endOf, type Plan } from './phase.ts'

/** What a decision needs to know of a jam. `hosting`: the actor is one of its hosts. `hubPath`: its hub, the root first. */
export type Jam = {
  readonly phase: Phase
  readonly plan: Plan
  readonly hosting: boolean
  readonly hubPath: readonly string[]
}

/** Who may begin a jam in a hub: its hosts, those of a hub above, owners. */
export function mayStart(actor: Actor, hubPath: readonly string[]): Decision {
  return hostsHub(actor, hubPath) ? allowed : refused('jam.only-hub-hosts-start')
}

/** The jam's hosts and the owners of the organisation run it. */
export function mayHost(actor: Actor, jam: Pick<Jam, 'hosting'>): Decision {
  return actor.owner || jam.hosting ? allowed : refused('jam.only-hosts')
}

/** An archive keeps its words; who may read it, and who keeps it, can still change. */
export function mayEdit(actor: Actor, jam: Jam): Decision {
  return mayHost(actor, jam)
}

/** `hindering`: the keys of what is missing that keep it from opening. */
export function mayOpen(actor: Actor, jam: Jam, hindering: readonly string[]): Decision {
  const host = mayHost(actor, jam)
  if (!host.ok) return host
  if (jam.phase !== 'prepare') return refused('jam.already-open')
  return hindering.length === 0 ? allowed : refused('jam.not-ready')
}

export function mayExtend(actor: Actor, jam: Jam): Decision {
  const host = mayHost(actor, jam)
  if (!host.ok) return host
  if (jam.phase === 'prepare') return refused('jam.not-open')
  if (jam.phase === 'archive') return refused('jam.archived')
  return endOf(jam.phase, jam.plan) ? allowed : refused('jam.no-end-to-extend')
}

export function mayMove(actor: Actor, jam: Jam): Decision {
  const host = mayHost(actor, jam)
  if (!host.ok) return host
  if (jam.phase === 'prepare') return refused('jam.not-open')
  return jam.phase === 'archive' ? refused('jam.archived') : allowed
}

/** Everything of a jam leaves the house only with those who run it, at any time. */
export function mayExport(actor: Actor, jam: Pick<Jam, 'hosting'>): Decision {
  return mayHost(actor, jam)
}

/** An invitation opens the jam's hub: that is for the hub's hosts, those above and owners. */
export function mayInvite(actor: Actor, jam: Pick<Jam, 'hubPath'>): Decision {
  return hostsHub(actor, jam.hubPath) ? allowed : refused('jam.only-hub-hosts-invite')
}

export function mayDiscard(actor: Actor, jam: Jam): Decision {
  const host = mayHost(actor, jam)
  if (!host.ok) return host
  return jam.phase === 'prepare' ? allowed : refused('jam.opened-stays')
}

/** What can be set in a jam, to compare what stands with what is asked for. */
export type Settings = {
  readonly title: string
  readonly question: string
  readonly promise: PromiseCard | null
  readonly hubs: readonly string[]
  readonly guests: boolean
  readonly lobby: Lobby
  readonly plan: Plan
}

/** Once a jam is open, people rely on who reads it and until when; in the archive its words stand too. */
export function mayChange(phase: Phase, before: Settings, wanted: Settings): Decision {
  if (phase === 'prepare') return allowed
  if (!wanted.promise) return refused('jam.promise-stays')
  if (!sameSet(before.hubs, wanted.hubs) || before.guests !== wanted.guests) return refused('jam.audience-stays')
  if (!samePlan(before.plan, wanted.plan)) return refused('jam.dates-stay')
  const sameWords =
    before.title === wanted.title && before.question === wanted.question && samePromise(before.promise, wanted.promise)
  return phase === 'archive' && !sameWords ? refused('jam.archived') : allowed
}

/** A forum in which people write keeps what they were asked; its hosts may change. */
export function mayChangeForum(phase: Phase, forum: { contributions: number }, sameWords: boolean): Decision {
  if (phase === 'archive') return refused('jam.archived')
  return phase === 'prepare' || forum.contributions === 0 || sameWords ? allowed : refused('jam.forum-in-use')
}

/** Forums can be added, and put in order, as long as people may still write. */
export function mayAddForum(phase: Phase): Decision {
  if (phase === 'archive') return refused('jam.archived')
  return phase === 'prepare' || phase === 'discuss' ? allowed : refused('jam.no-new-forums')
}

/** Nobody takes themselves off: a jam would be left alone, or out of sight, by a slip. Owners see it anyway. */
export function mayNameHosts(actor: Actor, jam: Pick<Jam, 'hosting'>, wanted: readonly string[]): Decision {
  const leaves = jam.hosting && actor.personId !== null && !wanted.includes(actor.personId)
  return leaves && !actor.owner ? refused('jam.host-leaves') : allowed
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).symmetricDifference(new Set(other)).size === 0
}

function samePlan(one: Plan, other: Plan): boolean {
  const keys: (keyof Dates)[] = ['opensAt', 'rateAt', 'closesAt', 'archiveAt']
  return keys.every((key) => one[key]?.getTime() === other[key]?.getTime())
}

function samePromise(one: PromiseCard | null, other: PromiseCard): boolean {
  return one?.decides === other.decides && one.by === other.by && one.text === other.text
}
