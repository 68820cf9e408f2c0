/** Labels as numbers from 0 in the order in which they come; null is -1. */
export function numberLabels(labels: readonly (string | null)[]): { numbers: Int32Array; labels: string[] } {
  const known = new Map<string, number>()
  const numbers = Int32Array.from(labels, (label) => {
    if (label === null) return -1
    const number = known.get(label) ?? known.size
    known.set(label, number)
    return number
  })
  return { numbers, labels: [...known.keys()] }
}
