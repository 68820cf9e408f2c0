import type { Tx } from '../../platform/index.ts'

export type OrganisationRow = {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly timeZone: string
}

/** The organisation; undefined before the first run. */
export async function findOrganisation(tx: Tx): Promise<OrganisationRow | undefined> {
  return tx.row<OrganisationRow>('select id, name, locale, time_zone as "timeZone" from organisation limit 1')
}

export async function insertOrganisation(tx: Tx, row: OrganisationRow): Promise<void> {
  const text = 'insert into organisation (id, name, locale, time_zone, created_at) values ($1, $2, $3, $4, $5)'
  await tx.rows(text, [row.id, row.name, row.locale, row.timeZone, tx.now])
}

export async function saveOrganisation(tx: Tx, row: OrganisationRow): Promise<void> {
  const text = 'update organisation set name = $2, locale = $3, time_zone = $4 where id = $1'
  await tx.rows(text, [row.id, row.name, row.locale, row.timeZone])
}

/** First runs happen one after the other, also those of several processes. */
export async function lockSetup(tx: Tx): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['dandelion.setup'])
}

export async function replaceSetupLink(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.rows('delete from setup_link')
  await tx.rows('insert into setup_link (token_hash, created_at) values ($1, $2)', [tokenHash, tx.now])
}

export async function isSetupLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  return (await tx.row('select 1 from setup_link where token_hash = $1', [tokenHash])) !== undefined
}

/** Uses the link up: one of any number of requests at once gets true. */
export async function takeSetupLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const text = 'delete from setup_link where token_hash = $1 returning token_hash'
  return (await tx.row(text, [tokenHash])) !== undefined
}
