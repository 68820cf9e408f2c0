export { endsShort } from './ends-short.ts'
export { type SentenceSegment, segmentSentences } from './segment-sentences.ts'
