import { expect, test } from 'vitest'
import { askTogether } from './ask-together.ts'

function counting() {
  const asked: (readonly string[])[] = []
  const ask = async (ids: readonly string[]) => {
    asked.push(ids)
    return ids.filter((id) => id !== 'absent').map((id) => ({ id, words: `those of ${id}` }))
  }
  return { asked, ask }
}

test('a list of folded contributions asks once, each gets its own, and what is not there is null', async () => {
  const { asked, ask } = counting()
  const one = askTogether(ask, 100)
  const answers = await Promise.all(['a', 'b', 'absent', 'a'].map(one))
  expect(asked).toEqual([['a', 'b', 'absent']])
  expect(answers.map((answer) => answer?.id)).toEqual(['a', 'b', undefined, 'a'])
})

test('what is asked for later is a request of its own, and no request is larger than it may be', async () => {
  const { asked, ask } = counting()
  const one = askTogether(ask, 2)
  await one('a')
  await Promise.all(['b', 'c', 'd'].map(one))
  expect(asked.map((ids) => ids.length)).toEqual([1, 2, 1])
})

test('a request that fails fails for all who asked, and the next one is asked anew', async () => {
  let fails = true
  const one = askTogether(async (ids) => {
    if (fails) throw new Error('no answer')
    return ids.map((id) => ({ id }))
  }, 10)
  await expect(Promise.all([one('a'), one('b')])).rejects.toThrow('no answer')
  fails = false
  expect(await one('a')).toEqual({ id: 'a' })
})
