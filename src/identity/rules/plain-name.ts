/** A name that somebody gave themselves, made safe for a letter to an address that is not shown to be theirs: one line,
 *  short, and nothing that a mail program would turn into a link. */
export function plainName(name: string): string {
  return name
    .replace(/[^\p{L}\p{M}\p{N}' -]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, 60)
}
