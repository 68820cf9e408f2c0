import { BadLine, parseLine, readJamFile } from '../jams/index.ts'
import type { Tally } from './rules/measure-idea.ts'
import { measureIdeas, type Pair, type Ranked, rankIdeas } from './rules/rank-ideas.ts'

export type Recounted = { readonly people: number; readonly ideas: readonly (Ranked & { readonly sentence: string })[] }

/** The ranks of a jam's ideas again, from its file and nothing else. Undefined when the file holds no rating. Throws
 *  BadLine for the first line that cannot be taken. */
export async function recountExport(lines: AsyncIterable<string>): Promise<Recounted | undefined> {
  const file = readJamFile()
  const sentences = new Map<string, string>()
  const tallies = new Map<string, Tally[]>()
  const pairs: Pair[] = []
  let people: number | undefined
  let number = 0
  for await (const text of lines) {
    number++
    const line = parseLine(text, number)
    const problem = file.check(line)
    if (problem !== undefined) throw new BadLine(number, problem)
    if (line.type === 'idea') sentences.set(line.id, line.sentence)
    if (line.type === 'rating') people = line.people
    if (line.type === 'idea-rating') tallies.set(line.idea, [...(tallies.get(line.idea) ?? []), line])
    if (line.type === 'idea-pair') pairs.push(line)
  }
  const problem = file.end()
  if (problem !== undefined) throw new BadLine(Math.max(1, number), problem)
  if (people === undefined) return undefined
  const ideas = [...tallies].map(([idea, own]) => ({ idea, tallies: own }))
  const ranked = rankIdeas(measureIdeas(ideas, people), pairs)
  return { people, ideas: ranked.map((idea) => ({ ...idea, sentence: sentences.get(idea.id) ?? '' })) }
}
