import type { Tx } from '../../platform/index.ts'
import type { Template } from '../rules/template.ts'

/** The forums of a jam with their seeds, in their order. What was taken back is not among them, nor a word of those who took
 *  part. The caller has found the jam for the actor. */
export async function findForumsWithSeeds(tx: Tx, jamId: string): Promise<Template['forums']> {
  return tx.rows<Template['forums'][number]>(
    `select f.title, f.question, (select coalesce(json_agg(json_build_object('title', c.title, 'body', c.body,
         'language', c.language) order by c.posted_at, c.id), '[]') from contribution as c
       where c.forum_id = f.id and c.seed and c.parent_id is null and c.retracted_at is null) as seeds
       from forum as f where f.venue_id = $1 order by f.position, f.id`, // index forum_venue
    [jamId],
  )
}

/** The name under which this installation signs. */
export async function findOrganisationName(tx: Tx): Promise<string> {
  return (await tx.row<{ name: string }>('select name from organisation limit 1'))?.name ?? ''
}

/** The member with this address, for whom the operator acts; undefined for nobody. */
export async function findMemberByAddress(tx: Tx, address: string): Promise<string | undefined> {
  const text = `select p.id from person_address as a join person as p on p.id = a.person_id and not p.guest
    where lower(a.email) = lower($1) and a.confirmed_at is not null` // index person_address_confirmed
  return (await tx.row<{ id: string }>(text, [address]))?.id
}
