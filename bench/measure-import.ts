import type { Figure } from './figures.ts'
import type { Bench } from './open-bench.ts'
export async function measureImport(_bench: Bench): Promise<Figure[]> {
  return []
}
