/** Who decides: `needed` of `people` bind an answer; null: all of them. */
export type Deciders = { readonly people: readonly string[]; readonly needed: number | null }

/** Do these signatures bind? Only those count who are among the deciders now. */
export function binds(deciders: Deciders, signed: readonly string[]): boolean {
  const counted = deciders.people.filter((id) => signed.includes(id)).length
  return deciders.people.length > 0 && counted >= (deciders.needed ?? deciders.people.length)
}
