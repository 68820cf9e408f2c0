import { expect, test } from 'vitest'
import type { Actor } from '../../kernel/index.ts'
import { mayFold, mayStandAlone, mayUndo } from './may.ts'

const actor = (personId: string | null, owner = false) => ({ personId, owner }) as Actor
const here = { hosting: true }
const elsewhere = { hosting: false }
const ann = actor('ann')
const stranger = actor(null)

test('hosts and owners fold, nobody else', () => {
  const all = [
    mayFold(ann, here),
    mayFold(actor('o', true), elsewhere),
    mayFold(ann, elsewhere),
    mayFold(stranger, here),
  ]
  expect(all.map(({ ok }) => ok)).toEqual([true, true, false, false])
})

test('only the author lets a contribution stand alone', () => {
  const of = (authorId: string | null) => ({ authorId })
  const all = [mayStandAlone(ann, of('ann')), mayStandAlone(ann, of('ben')), mayStandAlone(stranger, of(null))]
  expect(all.map(({ ok }) => ok)).toEqual([true, false, false])
})

test('an act is undone by hosts, an author’s wish by herself, and each once', () => {
  const act = { kind: 'fold', byPerson: 'ben', undone: false }
  const wish = { kind: 'alone', byPerson: 'ben', undone: false }
  expect(mayUndo(ann, here, act).ok).toBe(true)
  expect(mayUndo(ann, elsewhere, act).ok).toBe(false)
  expect(mayUndo(ann, here, wish)).toMatchObject({ ok: false, because: 'folds.only-its-author' })
  expect(mayUndo(actor('ben'), elsewhere, wish).ok).toBe(true)
  expect(mayUndo(ann, here, { ...act, undone: true }).ok).toBe(false)
})
