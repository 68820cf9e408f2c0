import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { themes as analysis } from '../../analysis/index.ts'

/** The model that an operator brings: a module of JavaScript or TypeScript, on this machine, whose `embed` takes texts
 *  and gives a vector of one length for each, in their order. Throws an Error with a sentence when it is none. */
export async function openEmbedder(file: string): Promise<analysis.Embedder> {
  let brought: { embed?: unknown }
  try {
    brought = await import(pathToFileURL(path.resolve(file)).href)
  } catch (error) {
    throw new Error(`The embedder ${file} cannot be loaded: ${error instanceof Error ? error.message : error}`)
  }
  const { embed } = brought
  if (typeof embed !== 'function') throw new Error(`The embedder ${file} exports no function "embed".`)
  return {
    embed: async (texts) => {
      const vectors: unknown = await embed(texts)
      if (!isListOfVectors(vectors)) throw new Error(`The embedder ${file} did not give a list of vectors.`)
      return vectors.map((vector) => Float32Array.from(vector))
    },
  }
}

function isListOfVectors(given: unknown): given is ArrayLike<number>[] {
  return Array.isArray(given) && given.every((each) => Array.isArray(each) || each instanceof Float32Array)
}
