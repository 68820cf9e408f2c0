/** Fewer people than this are never shown as a group, nor to be found by taking one number from another. */
export const LEAST_PEOPLE = 5

/** One to four people, also as the distance of two numbers of people. */
export function isFew(people: number): boolean {
  return people !== 0 && Math.abs(people) < LEAST_PEOPLE
}

/** Numbers of people that stand in one row, such as steps from invited to wrote, the most important first: a number is told when
 *  it is nobody or five and more, and so is its distance to every number told before it; else null. `beside`: numbers that are
 *  told anyway. */
export function tellApart(numbers: readonly (number | null)[], beside: readonly number[] = []): (number | null)[] {
  const told = [...beside]
  return numbers.map((people) => {
    if (people === null || isFew(people) || told.some((other) => isFew(other - people))) return null
    told.push(people)
    return people
  })
}

/** Moves what is told last to what is hidden until what is hidden does not follow from the whole (`isEnough`), or nothing is told
 *  any more. */
export function hideUntil<T>(isEnough: (hidden: readonly T[]) => boolean, of: { told: T[]; hidden: T[] }): void {
  while (!isEnough(of.hidden)) {
    const last = of.told.pop()
    if (last === undefined) return
    of.hidden.push(last)
  }
}
