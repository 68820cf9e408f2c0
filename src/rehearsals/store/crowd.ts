import type { Tx } from '../../platform/index.ts'

/** Marks a copy and its crowd: nobody but hosts, owners and the crowd sees the one, and the other goes with it. */
export async function mark(
  tx: Tx,
  { id, copyId, people }: { id: string; copyId: string; people: readonly string[] },
): Promise<void> {
  await tx.rows('update venue set rehearsal_id = $2 where id = $1', [copyId, id])
  await tx.rows('update person set rehearsal_id = $2 where id = any ($1) and simulated', [people, id])
}

/** The hosts of a jam, who look on. */
export async function findHosts(tx: Tx, jamId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>('select person_id as id from venue_host where venue_id = $1', [jamId])
  return rows.map(({ id }) => id)
}

/** The first language of a hub. */
export async function findLocale(tx: Tx, hubId: string): Promise<string> {
  return (
    (await tx.row<{ locale: string }>('select locales[1] as locale from hub where id = $1', [hubId]))?.locale ?? 'en'
  )
}

/** The forums of a copy, in their order. */
export async function findForums(tx: Tx, jamId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>('select id from forum where venue_id = $1 order by position, id', [jamId])
  return rows.map(({ id }) => id)
}

/** Have themes been found since then, with nothing left to compute? */
export async function areThemesThere(tx: Tx, copyId: string): Promise<boolean> {
  const row = await tx.row(
    `select from theme_state as s where s.venue_id = $1 and s.computed_at is not null
       and exists (select from theme as t where t.venue_id = $1 and t.gone_at is null)
       and not exists (select from theme_place as p where p.venue_id = $1 and p.waiting)`,
    [copyId],
  )
  return row !== undefined
}

/** First contributions that the copy began with. */
export async function countSeeds(tx: Tx, copyId: string): Promise<number> {
  const text =
    'select count(*)::int as n from contribution where venue_id = $1 and seed and parent_id is null and retracted_at is null'
  return (await tx.row<{ n: number }>(text, [copyId]))?.n ?? 0
}

/** The closing edition is made. */
export async function isReported(tx: Tx, copyId: string): Promise<boolean> {
  return (await tx.row(`select from report_edition where jam_id = $1 and kind = 'closing'`, [copyId])) !== undefined
}

/** Who asked for a rehearsal, where letters reach her. */
export async function findAsker(
  tx: Tx,
  rehearsalId: string,
): Promise<{ to: string; locale: string; jam: string } | undefined> {
  return tx.row(
    `select a.email as to, p.locale, j.title as jam from rehearsal as r join jam as j on j.id = r.jam_id
       join person as p on p.id = r.by_person join person_address as a on a.person_id = p.id and a.confirmed_at is not null
      where r.id = $1`,
    [rehearsalId],
  )
}

/** Whom the hubs of a jam reach, forums with the fewest hosts, and what could not be delivered of late. */
export async function findReadiness(
  tx: Tx,
  jamId: string,
): Promise<{ reach: number; hostsPerForum: number; mailFailed: number; lobbyOpen: boolean }> {
  const row = await tx.row<{ reach: number; hostsPerForum: number; mailFailed: number; lobbyOpen: boolean }>(
    `select (select count(distinct m.person_id)::int from membership as m join hub as h on h.id = m.hub_id
         where h.path && array(select v.hub_id from venue_hub as v where v.venue_id = $1)) as reach,
       coalesce((select min(greatest((select count(*) from forum_host as x where x.forum_id = f.id), j.hosts))::int
         from forum as f where f.venue_id = $1), 0) as "hostsPerForum",
       (select count(*)::int from mail_sent where state = 'failed' and at > now() - interval '1 day') as "mailFailed",
       (select v.lobby <> 'members' from venue as v where v.id = $1) as "lobbyOpen"
       from (select count(*) as hosts from venue_host where venue_id = $1) as j`,
    [jamId],
  )
  return row ?? { reach: 0, hostsPerForum: 0, mailFailed: 0, lobbyOpen: false }
}
