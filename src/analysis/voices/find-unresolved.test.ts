import { expect, test } from 'vitest'
import { findOpenTexts, findSplitVotes, textKinds } from './index.ts'

const { other, question, objection } = textKinds

test('questions and objections stay open until somebody else replies', () => {
  const texts = {
    people: Int32Array.of(0, 1, 2, 0, 1),
    atMs: Float64Array.of(0, 10, 20, 30, 40),
    replyTo: Int32Array.of(-1, -1, 1, 0, -1),
    kinds: Uint8Array.of(question, question, objection, other, other),
  }
  expect(findOpenTexts(texts, 100)).toEqual([
    { text: 0, kind: 'question', waitingMs: 100 },
    { text: 2, kind: 'objection', waitingMs: 80 },
  ])
})

test('a vote is split when both sides surely have more than a third', () => {
  const agrees = Int32Array.of(50, 5, 90, 60, 0)
  const disagrees = Int32Array.of(50, 5, 10, 45, 0)
  expect(findSplitVotes({ agrees, disagrees }).map(({ thing }) => thing)).toEqual([0, 3])
})
