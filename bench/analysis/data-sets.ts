import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../src/platform/index.ts'

/** What an area of the analysis is measured with. */
export type AnalysisBench = {
  /** Shorter runs on smaller graphs, to try the harness itself. */
  readonly quick: boolean
}

/** Where the real data sets are. */
export const dataSets = (): string => process.env.DANDELION_DATASETS ?? path.join(projectRoot, '..', 'shared', 'data')

/** The path of a real data set, or undefined where this machine has none: the figure is then left out with a sentence. */
export function dataSet(...parts: string[]): string | undefined {
  const found = path.join(dataSets(), ...parts)
  return existsSync(found) ? found : undefined
}

/** Seconds that some work takes, and what it gives. */
export function timed<T>(work: () => T): { seconds: number; result: T } {
  const startedMs = performance.now()
  const result = work()
  return { seconds: (performance.now() - startedMs) / 1000, result }
}
