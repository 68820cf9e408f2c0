import type { Figure } from '../figures.ts'
import type { AnalysisBench } from './data-sets.ts'
import { measureDuplicates } from './duplicates.ts'
import { measureLanguage } from './language.ts'
import { measureNetworks } from './networks.ts'
import { measureOpinion } from './opinion.ts'
import { measureThemes } from './themes.ts'

/** Every area of the analysis with the bars it is held to; `npm run bench -- analysis` runs all of them. */
export const analysisAreas: Readonly<Record<string, (bench: AnalysisBench) => Promise<Figure[]>>> = {
  language: measureLanguage,
  duplicates: measureDuplicates,
  opinion: measureOpinion,
  networks: measureNetworks,
  themes: measureThemes,
}
