import { expect, test } from 'vitest'
import { countEnough } from './count-enough.ts'

const votes = (person: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ person, statement: `s${at}` }))

test('from seven votes on somebody counts', () => {
  expect(countEnough([...votes('a', 9), ...votes('b', 7), ...votes('c', 6)])).toEqual({
    ...{ voters: 3, counted: 2, statements: 9 },
  })
})

test('where there are fewer statements, all of them are enough', () => {
  expect(countEnough([...votes('a', 3), ...votes('b', 2)]).counted).toBe(1)
})
