import { expect, test } from 'vitest'
import { slownessOf } from './regular-expression-shape.ts'

const SLOW = [
  '^(a+)+$',
  '(?:[a-z]+)*x',
  '(a|a)+$',
  '(a|ab)*c',
  '(?:a?)+b',
  '(a{1,5})+$',
  '^\\s*(\\s*)+$',
  '\\s*\\s*x',
  '.*.*=',
  '^(?:x|(?:y+)+)$',
  '\\d+\\w*\\d+!',
]
const SAFE = [
  '^[a-z0-9-]{1,64}$',
  '^\\s*,\\s*$',
  '^[^\\s@]{1,64}@[^\\s@]{1,189}$',
  '(?:cat|dog)+',
  '^(?:[A-Za-z]{2,3})(-[A-Za-z0-9]{2,8}){0,3}$',
  '^/api/[^/]+/[^/]+$',
  '\\{([a-zA-Z]{1,40})\\}',
  '[(|)*+]+',
  '(?<year>\\d{4})-(?<month>\\d{2})',
]

test.each(SLOW)('%s is called slow', (source) => {
  expect(slownessOf(source, '')).toBeTypeOf('string')
})

test.each(SAFE)('%s is called safe', (source) => {
  expect(slownessOf(source, '')).toBeUndefined()
})
