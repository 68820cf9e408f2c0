import type { Embedder, TextEntry } from './theme-types.ts'

const BLOCK = 64

/** The entries with a vector each, asked for in blocks of 64. Throws RangeError when the embedder answers with another
 *  number of vectors than texts. */
export async function embedEntries(embedder: Embedder, entries: readonly TextEntry[]): Promise<TextEntry[]> {
  const embedded: TextEntry[] = []
  for (let at = 0; at < entries.length; at += BLOCK) {
    const block = entries.slice(at, at + BLOCK)
    const vectors = await embedder.embed(block.map(({ text }) => text))
    if (vectors.length !== block.length) throw new RangeError(`${block.length} texts gave ${vectors.length} vectors.`)
    for (const [place, entry] of block.entries()) embedded.push({ ...entry, vector: vectors[place] })
  }
  return embedded
}
