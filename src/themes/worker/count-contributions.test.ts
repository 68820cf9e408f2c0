import { expect, test } from 'vitest'
import { countContributions } from './count-contributions.ts'

const part = (theme: string, texts: number) => ({ theme, texts, share: 0.5 })
const moves = [
  ...[1, 2, 3].map(() => ({ from: 'a', to: 'b' })),
  { from: 'a', to: 'a' },
  { from: 'c', to: 'a' },
  { from: undefined, to: 'b' },
]

test('the sizes of a split and of a merge are of contributions, whatever was replied', () => {
  expect(
    countContributions(
      [
        { kind: 'split', theme: 'a', into: [part('b', 90), part('a', 40)] },
        { kind: 'merged', theme: 'a', from: [part('c', 70), part('a', 40)] },
      ],
      moves,
    ),
  ).toEqual([
    { kind: 'split', theme: 'a', into: [part('b', 3), part('a', 1)] },
    { kind: 'merged', theme: 'a', from: [part('c', 1), part('a', 1)] },
  ])
})

test('a part of replies alone has no contributions, and what has no parts stays as it is', () => {
  const born = { kind: 'born', theme: 'd', size: 12 } as const
  const split = { kind: 'split', theme: 'd', into: [part('e', 30)] } as const
  expect(countContributions([born, split], moves)).toEqual([born, { ...split, into: [part('e', 0)] }])
})
