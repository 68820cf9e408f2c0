/** For each text how near the nearest theme is, how many weighted words it has, who wrote it and from which group
 *  (-1: not known). Of one language, since words of two never meet. */
export type OutlyingInput = {
  readonly nearest: Float32Array
  readonly words: Int32Array
  readonly people: Int32Array
  readonly groups: Int32Array
}

export type OutlyingRule = {
  /** Share of texts that count as far, .05 when absent. */
  readonly share?: number | undefined
  /** Texts named of each group, 3 when absent; never two of one person. */
  readonly mostOfGroup?: number | undefined
}

/** A text far from all themes. `nearest` is its cosine to the nearest centroid, `rank` the share of texts of about its
 *  length that are farther still, in [0, share). */
export type OutlyingText = {
  readonly text: number
  readonly person: number
  readonly group: number
  readonly nearest: number
  readonly rank: number
}

const usualShare = 0.05
const usualMost = 3
const lengthBands = 10
/** Fewer weighted words say too little to be far from anything. */
const leastWords = 3

/**
 * The texts that are far from all themes, for each group the farthest. Far is the farthest twentieth among texts of about the
 * same length (ten bands), since short texts are farther from everything. Farthest first, ties by position.
 */
export function findOutlying(input: OutlyingInput, rule: OutlyingRule = {}): OutlyingText[] {
  const { share = usualShare, mostOfGroup = usualMost } = rule
  const far = bandsByLength(input.words).flatMap((band) => farthest(input, band, share))
  far.sort((a, b) => a.rank - b.rank || a.nearest - b.nearest || a.text - b.text)
  return takeOfGroups(far, mostOfGroup)
}

function bandsByLength(words: Int32Array): number[][] {
  const texts = [...words.keys()].filter((text) => (words[text] ?? 0) >= leastWords)
  texts.sort((a, b) => (words[a] ?? 0) - (words[b] ?? 0) || a - b)
  const size = Math.max(1, Math.ceil(texts.length / lengthBands))
  return Array.from({ length: lengthBands }, (_, band) => texts.slice(band * size, (band + 1) * size))
}

function farthest({ nearest, people, groups }: OutlyingInput, band: number[], share: number): OutlyingText[] {
  const sorted = band.sort((a, b) => (nearest[a] ?? 0) - (nearest[b] ?? 0) || a - b)
  return sorted.slice(0, Math.floor(share * band.length)).map((text, at) => ({
    text,
    person: people[text] ?? -1,
    group: groups[text] ?? -1,
    nearest: nearest[text] ?? 0,
    rank: at / band.length,
  }))
}

function takeOfGroups(far: readonly OutlyingText[], mostOfGroup: number): OutlyingText[] {
  const heard = new Set<number>()
  const taken = new Map<number, number>()
  return far.filter(({ person, group }) => {
    const already = taken.get(group) ?? 0
    if (already >= mostOfGroup || heard.has(person)) return false
    if (person !== -1) heard.add(person)
    taken.set(group, already + 1)
    return true
  })
}
