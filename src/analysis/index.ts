export { adjustedRand, type Grouped, normalisedMutualInformation, purity } from './agreement.ts'
export { type DetectedLanguage, detectLanguage } from './detect-language.ts'
export * as nearDuplicates from './near-duplicates/index.ts'
export * as network from './network/index.ts'
