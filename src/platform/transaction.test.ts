import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import type { Database } from './database.ts'
import { mergeStatements } from './merge-statements.ts'
import type { Tx } from './transaction.ts'

let fresh: FreshDatabase
let database: Database
let root: pg.Client

beforeAll(async () => {
  fresh = await freshDatabase()
  database = fresh.open(fresh.connection)
  root = new pg.Client(fresh.superuser)
  await root.connect()
  await root.query('create table note (name text primary key, at int not null)')
  await root.query('grant all on note to dandelion_jobs')
})
afterAll(async () => {
  await root.end()
  await database.close()
  await fresh.drop()
})

const INSERT = 'insert into note (name, at) values ($1, $2)'
const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction({ role: 'jobs' }, work)
const names = async (): Promise<string[]> =>
  (await root.query('select name from note order by name')).rows.map((row) => row.name)

test('changes that nobody waits for are one statement and have their effect together', async () => {
  await root.query('delete from note')
  const told = await inTransaction(async (tx) => {
    tx.later(INSERT, ['one', 1])
    const view = tx.later<{ name: string }>(
      "with c as (insert into note (name, at) values ($1, $2) returning *) select c.name || '!' as name from c",
      ['two', 2],
    )
    tx.later(INSERT, ['three', 3])
    return { view }
  })
  expect(await told.view).toEqual([{ name: 'two!' }])
  expect(await names()).toEqual(['one', 'three', 'two'])
})

test('merging moves the places of values and keeps their order', () => {
  const merged = mergeStatements([
    { text: 'delete from a where x = $1', values: [1] },
    { text: 'with c as (insert into b values ($1, $2) returning *) select * from c', values: [2, 3] },
    { text: 'update d set y = $2 where z = $1', values: [4, 5] },
  ])
  expect(merged).toEqual({
    text: 'with later_0 as (delete from a where x = $1), later_2 as (update d set y = $5 where z = $4), c as (insert into b values ($2, $3) returning *) select * from c',
    values: [1, 2, 3, 4, 5],
  })
})

test('however many changes wait, each has its effect and gives its own rows', async () => {
  await root.query('delete from note')
  const told = await inTransaction(async (tx) => {
    const views = Array.from({ length: 3 }, (_, at) =>
      tx.later<{ name: string }>(
        'with c as (insert into note (name, at) values ($1, $2) returning *) select c.name from c',
        [`view ${at}`, at],
      ),
    )
    for (let at = 0; at < 20; at++) tx.later(INSERT, [`plain ${at}`, at])
    return { views }
  })
  expect(await Promise.all(told.views)).toEqual([0, 1, 2].map((at) => [{ name: `view ${at}` }]))
  expect(await names()).toHaveLength(23)
})

test('a change that fails undoes all, and its own error is thrown by the commit', async () => {
  await root.query('delete from note')
  const work = inTransaction(async (tx) => {
    await tx.rows(INSERT, ['kept?', 1])
    tx.later(INSERT, ['kept?', 2])
  })
  await expect(work).rejects.toMatchObject({ code: '23505' })
  expect(await names()).toEqual([])
})

test('an error that a use case swallowed is still thrown by the commit', async () => {
  await root.query('delete from note')
  const work = inTransaction(async (tx) => {
    await tx.rows(INSERT, ['first', 1])
    await tx.rows(INSERT, ['first', 2]).catch(() => {})
  })
  await expect(work).rejects.toMatchObject({ code: '23505' })
  expect(await names()).toEqual([])
})

test('a statement that comes after the end of its transaction is refused, not run with other rights', async () => {
  await root.query('delete from note')
  let kept: Tx | undefined
  await inTransaction(async (tx) => {
    kept = tx
  })
  await expect(kept?.rows(INSERT, ['late', 1])).rejects.toThrow('after the end of its transaction')
  const failed = inTransaction(async (tx) => {
    kept = tx
    throw new Error('given up')
  })
  await expect(failed).rejects.toThrow('given up')
  await expect(kept?.rows(INSERT, ['late', 1])).rejects.toThrow('after the end of its transaction')
  expect(await names()).toEqual([])
})

const COUNT = 'select count(*)::int as n from note where name = $1'

test('what was asked ahead is given only to who asks for it first', async () => {
  await root.query("delete from note; insert into note values ('seen', 1)")
  const counts = await database.transaction(
    { role: 'jobs' },
    async (tx) => {
      const ahead = await tx.row<{ n: number }>(COUNT, ['seen'])
      await tx.rows('delete from note where name = $1', ['seen'])
      const again = await tx.row<{ n: number }>(COUNT, ['seen'])
      return [ahead?.n, again?.n]
    },
    { ahead: [{ text: COUNT, values: ['seen'] }] },
  )
  expect(counts).toEqual([1, 0])
})

test('what was asked ahead is asked anew after a change', async () => {
  await root.query("delete from note; insert into note values ('seen', 1)")
  const count = await database.transaction(
    { role: 'jobs' },
    async (tx) => {
      tx.later('delete from note where name = $1', ['seen'])
      return (await tx.row<{ n: number }>(COUNT, ['seen']))?.n
    },
    { ahead: [{ text: COUNT, values: ['seen'] }] },
  )
  expect(count).toBe(0)
})

test('what stood there a moment ago and is deleted meanwhile is looked for again, and found gone', async () => {
  await root.query('create table page (id int primary key); insert into page values (1)')
  await root.query('create table remark (page_id int references page); grant all on page, remark to dandelion_jobs')
  const deleting = new pg.Client(fresh.superuser)
  await deleting.connect()
  await deleting.query('begin; delete from page where id = 1')
  const tries: boolean[] = []
  const remarked = inTransaction(async (tx) => {
    const found = await tx.row('select from page where id = 1')
    tries.push(found !== undefined)
    if (!found) return 'gone'
    await Promise.all([tx.rows('insert into remark values (1)'), deleting.query('commit')])
    return 'written'
  })
  expect(await remarked).toBe('gone')
  expect(tries).toEqual([true, false])
  await deleting.end()

  // One that never stood there is our own mistake, and stays an error.
  let tried = 0
  const wrong = inTransaction((tx) => {
    tried++
    return tx.rows('insert into remark values (2)')
  })
  await expect(wrong).rejects.toMatchObject({ code: '23503' })
  expect(tried).toBe(5)
})

test('statements asked for together run in their order', async () => {
  await root.query('delete from note')
  const [, counted] = await inTransaction((tx) =>
    Promise.all([tx.rows(INSERT, ['together', 1]), tx.row<{ n: number }>(COUNT, ['together'])]),
  )
  expect(counted?.n).toBe(1)
})
