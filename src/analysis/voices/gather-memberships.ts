/** Which things (people, marks, replies, glossary entries, each kind as numbers of its own) belong to which themes:
 *  `themes[i]` has `items[i]`. */
export type Memberships = { readonly themes: Int32Array; readonly items: Int32Array }

/** The theme of each text (-1: unsorted) and who wrote it (-1: not known). */
export type ThemedTexts = { readonly themes: Int32Array; readonly people: Int32Array }

/**
 * What the texts of each theme have in common with others: a theme has a thing when at least `leastPeople` different
 * people (2 when absent, 1 for things that are people or texts themselves) have it in their texts there. Texts without
 * a person count as one person together. `things` are what the numbers of the items stand for.
 */
export function gatherMemberships<Thing>(
  { themes, people }: ThemedTexts,
  thingsOf: (text: number) => Iterable<Thing>,
  leastPeople = 2,
): Memberships & { readonly things: readonly Thing[] } {
  const numberOf = new Map<Thing, number>()
  const peopleOf = new Map<number, Map<number, Set<number>>>()
  for (const [text, theme] of themes.entries()) {
    if (theme < 0) continue
    const inTheme = peopleOf.get(theme) ?? new Map<number, Set<number>>()
    peopleOf.set(theme, inTheme)
    for (const thing of thingsOf(text)) {
      const item = numberOf.get(thing) ?? numberOf.size
      numberOf.set(thing, item)
      inTheme.set(item, (inTheme.get(item) ?? new Set<number>()).add(people[text] ?? -1))
    }
  }
  return { ...pairsOf(peopleOf, leastPeople), things: [...numberOf.keys()] }
}

function pairsOf(peopleOf: ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<number>>>, least: number): Memberships {
  const pairs = [...peopleOf].flatMap(([theme, items]) =>
    [...items].filter(([, people]) => people.size >= least).map(([item]) => [theme, item] as const),
  )
  return { themes: Int32Array.from(pairs, ([theme]) => theme), items: Int32Array.from(pairs, ([, item]) => item) }
}

/** Replies as memberships: reply i goes from a text in theme `from[i]` to one in theme `to[i]` (-1: unsorted) and belongs to
 *  both. Replies within a language say nothing of families and are passed over there. */
export function repliesAsMemberships(from: Int32Array, to: Int32Array): Memberships {
  const known = [...from.keys()].filter((reply) => (from[reply] ?? -1) >= 0 && (to[reply] ?? -1) >= 0)
  return {
    themes: Int32Array.from(known.flatMap((reply) => [from[reply] ?? 0, to[reply] ?? 0])),
    items: Int32Array.from(known.flatMap((reply) => [reply, reply])),
  }
}
