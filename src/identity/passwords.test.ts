import { expect, test } from 'vitest'
import { ARGON2_COST, openPasswords } from './passwords.ts'

const cheap = openPasswords({ memoryKib: 8, passes: 1, parallelism: 1 })

test('a password is recognised by its own hash alone', async () => {
  const [mine, other] = await Promise.all([cheap.hash('mine'), cheap.hash('other')])
  const answers = [cheap.verify('mine', mine), cheap.verify('mine', other), cheap.verify('Mine', mine)]
  expect(await Promise.all(answers)).toEqual([true, false, false])
})

test('two hashes of one password differ', async () => {
  expect(await cheap.hash('same')).not.toBe(await cheap.hash('same'))
})

test('the letters count, not how the keyboard composed them', async () => {
  expect(await cheap.verify('Stra\u00dfe \u00fc', await cheap.hash('Stra\u00dfe u\u0308'))).toBe(true)
})

test('nobody and a damaged hash say no', async () => {
  expect(await cheap.verify('', null)).toBe(false)
  expect(await cheap.verify('', '$argon2id$v=19$m=8,t=1,p=1$short$hash')).toBe(false)
})

test('what is stored names its cost: that of OWASP unless a test says otherwise', async () => {
  expect(ARGON2_COST).toEqual({ memoryKib: 19_456, passes: 2, parallelism: 1 })
  const stored = await openPasswords().hash('a real one')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await openPasswords().verify('a real one', stored)).toBe(true)
})

test('a hash of another cost is outdated and still holds', async () => {
  const stored = await cheap.hash('old')
  expect(openPasswords().isOutdated(stored)).toBe(true)
  expect(cheap.isOutdated(stored)).toBe(false)
  expect(await openPasswords().verify('old', stored)).toBe(true)
})
