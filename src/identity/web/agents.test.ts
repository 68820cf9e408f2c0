import { expect, test } from 'vitest'
import { readAgent } from './agents.ts'

test('Chrome on Android is not taken for Safari on Linux', () => {
  const agent =
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Mobile Safari/537.36'
  expect(readAgent(agent)).toEqual({ browser: 'Chrome', system: 'Android' })
})

test('Safari on a phone is named', () => {
  const agent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile/15E Safari/604.1'
  expect(readAgent(agent)).toEqual({ browser: 'Safari', system: 'iOS' })
})

test('a program that is no browser has no words', () => {
  expect(readAgent('curl/8.5')).toBeUndefined()
})
