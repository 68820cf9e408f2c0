import { expect, test } from 'vitest'
import { filledText, list, object, text } from '../../kernel/index.ts'
import { validatorOf } from './validate.ts'

const validate = validatorOf(object({ name: filledText(5), hosts: { ...list(text(3), 2), minItems: 1 } }), 'body')
const refused = (given: object) => {
  const found = validate({ name: 'Ada', hosts: ['x'], ...given })
  return 'error' in found ? [found.error.key, found.error.values] : found
}

test('what people meet most has a sentence of its own', () => {
  expect(refused({ name: '  ' })).toMatchObject(['bad-request.empty', { field: 'body/name' }])
  expect(refused({ name: '' })).toMatchObject(['bad-request.empty', { field: 'body/name' }])
  expect(refused({ hosts: [] })).toMatchObject(['bad-request.empty', { field: 'body/hosts' }])
  expect(refused({ name: 'Adelaide' })).toMatchObject(['bad-request.long', { field: 'body/name', most: 5 }])
})

test('the rest is told in the words of the schema, and what fits passes', () => {
  expect(refused({ name: 7 })).toMatchObject(['bad-request', { field: 'body/name', problem: 'must be string' }])
  expect(refused({})).toEqual({ value: { name: 'Ada', hosts: ['x'] } })
})
