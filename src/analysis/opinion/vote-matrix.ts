/** Votes as they were cast: participant `whose[i]` voted `values[i]` on statement `which[i]`, both as places in the lists
 *  of ids; 1 agrees, -1 disagrees, 0 has seen it and passes. In the order of casting: the last vote on a statement
 *  counts. */
export type Ballots = {
  readonly participants: readonly string[]
  readonly statements: readonly string[]
  readonly whose: Uint32Array
  readonly which: Uint32Array
  readonly values: Int8Array
}

/** The same as sparse rows, a participant a row: the votes of p are at `offsets[p] ... offsets[p + 1] - 1`. */
export type VoteMatrix = {
  readonly participants: number
  readonly statements: number
  readonly offsets: Uint32Array
  readonly which: Uint32Array
  readonly values: Int8Array
}

/** Sorts votes by participant and keeps only the last on each statement. Throws RangeError on lists of unlike length, a
 *  place that is not in the lists of ids, and a vote that is not -1, 0 or 1. */
export function buildVoteMatrix(ballots: Ballots): VoteMatrix {
  refuseBroken(ballots)
  const participants = ballots.participants.length
  const { offsets, order } = sortByParticipant(ballots.whose, participants)
  const kept = { offsets: new Uint32Array(participants + 1), which: order.slice(), values: new Int8Array(order.length) }
  const rowOf = new Int32Array(ballots.statements.length).fill(-1)
  let count = 0
  for (let row = 0; row < participants; row++) {
    const start = offsets[row] ?? 0
    // From the last vote to the first: what is met first counts.
    for (let at = (offsets[row + 1] ?? 0) - 1; at >= start; at--) {
      const vote = order[at] ?? 0
      const statement = ballots.which[vote] ?? 0
      if (rowOf[statement] === row) continue
      rowOf[statement] = row
      kept.which[count] = statement
      kept.values[count++] = ballots.values[vote] ?? 0
    }
    kept.offsets[row + 1] = count
  }
  const which = kept.which.slice(0, count)
  const values = kept.values.slice(0, count)
  return { participants, statements: ballots.statements.length, offsets: kept.offsets, which, values }
}

function refuseBroken({ participants, statements, whose, which, values }: Ballots): void {
  if (whose.length !== which.length || which.length !== values.length) {
    throw new RangeError('Every vote needs a participant, a statement and a value.')
  }
  for (let at = 0; at < whose.length; at++) {
    const isKnown = (whose[at] ?? 0) < participants.length && (which[at] ?? 0) < statements.length
    if (!isKnown) throw new RangeError(`Vote ${at} is of somebody or on something that is not in the lists.`)
    if (Math.abs(values[at] ?? 0) > 1) throw new RangeError(`Vote ${at} is ${values[at]}, not -1, 0 or 1.`)
  }
}

function sortByParticipant(whose: Uint32Array, participants: number): { offsets: Uint32Array; order: Uint32Array } {
  const offsets = new Uint32Array(participants + 1)
  for (const participant of whose) offsets[participant + 1] = (offsets[participant + 1] ?? 0) + 1
  for (let row = 0; row < participants; row++) offsets[row + 1] = (offsets[row + 1] ?? 0) + (offsets[row] ?? 0)
  const next = offsets.slice(0, participants)
  const order = new Uint32Array(whose.length)
  for (let vote = 0; vote < whose.length; vote++) {
    const row = whose[vote] ?? 0
    const place = next[row] ?? 0
    next[row] = place + 1
    order[place] = vote
  }
  return { offsets, order }
}
