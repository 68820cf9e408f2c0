import { ALL_UP_TO, BALLOT_LENGTH, HAND_SIZE } from './limits.ts'

/** How often an idea was dealt so far: to all, to people of the asker's hub, and the sum of its places in their ballots
 *  (thousandths of a ballot's length). */
export type Exposure = {
  readonly id: string
  readonly shown: number
  readonly inHub: number
  readonly places: number
}

export type Dealing = {
  /** What this ballot was given before. */
  readonly had: ReadonlySet<string>
  /** How many it was given before: the place of the next one. */
  readonly at: number
  readonly length: number
  /** Numbers in [0, 1). */
  readonly random: () => number
}

/** How many ideas one ballot holds. */
export function ballotLength(ideas: number): number {
  return ideas <= ALL_UP_TO ? ideas : BALLOT_LENGTH
}

/** The place in the middle of a ballot, in thousandths. */
const MIDDLE = 500
/** Places are balanced in steps this coarse; within one, chance decides. */
const STEP = 250

/** The place of the n-th idea of a ballot, in thousandths of its length. */
export function placeOf(at: number, length: number): number {
  return Math.round(((at + 0.5) / length) * 1_000)
}

/** The next ideas for one person: those dealt least of all; of these, those dealt least in her hub; of these, those that
 *  stood too late so far when it is early in her ballot, and the other way round; else by chance. So no idea is ever far
 *  ahead of another, whoever comes and goes. */
export function dealHand(ideas: readonly Exposure[], dealing: Dealing): string[] {
  const { had, at, length, random } = dealing
  const size = Math.min(HAND_SIZE, length - at)
  const side = placeOf(at, length) < MIDDLE ? -1 : 1
  return ideas
    .filter(({ id }) => !had.has(id))
    .map(({ id, shown, inHub, places }) => {
      const lean = Math.round((side * (places - MIDDLE * shown)) / STEP)
      return { id, shown, inHub, lean, turn: random() }
    })
    .sort((a, b) => a.shown - b.shown || a.inHub - b.inHub || a.lean - b.lean || a.turn - b.turn)
    .slice(0, Math.max(0, size))
    .map(({ id }) => id)
}
