import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../database.ts'

let fresh: FreshDatabase
let root: pg.Client

beforeAll(async () => {
  fresh = await freshDatabase()
  root = fresh.root
})
afterAll(async () => {
  await fresh.drop()
})

/** What the role that acts for people may do with a table, by any column of it. */
async function rightsTo(table: string): Promise<string[]> {
  const rights = ['select', 'insert', 'update']
  const { rows } = await root.query(
    `select r as right from unnest($2::text[]) as r where has_any_column_privilege('dandelion_app', $1::regclass, r)
     union all select 'delete' where has_table_privilege('dandelion_app', $1::regclass, 'delete') order by 1`,
    [table, rights],
  )
  return rows.map(({ right }) => right)
}

/** Only the server's own work deals ideas and counts ratings: docs/decisions/014. */
const ALONE = ['ballot_hub', 'rating_tally', 'rating_pair']

test.each(ALONE)('nobody who is signed in reads or changes %s, hosts and owners neither', async (table) => {
  expect(await rightsTo(table)).toEqual([])
  await root.query('begin')
  await root.query('set local role dandelion_app')
  await expect(root.query(`select from ${table}`)).rejects.toThrow(/permission denied/)
  await root.query('rollback')
})

test('a right that is given back, even to one column, is seen', async () => {
  await root.query('begin')
  await root.query('grant select (idea_id) on ballot_hub to dandelion_app')
  expect(await rightsTo('ballot_hub')).toEqual(['select'])
  await root.query('rollback')
})
