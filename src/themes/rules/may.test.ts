import { expect, test } from 'vitest'
import { nobody } from '../../kernel/index.ts'
import { mayShape } from './may.ts'

const somebody = { ...nobody, personId: 'p' }

test.each([
  ['a host', somebody, true, true],
  ['an owner', { ...somebody, owner: true }, false, true],
  ['a member', somebody, false, false],
  ['nobody', nobody, false, false],
])('%s', (_who, actor, hosting, ok) => {
  expect(mayShape(actor, { hosting }).ok).toBe(ok)
})
