import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** The text of every statement goes through here on its way to PostgreSQL, until the returned function is called. */
export function rewriteStatements(rewrite: (text: string) => string): () => void {
  const own = pg.Client.prototype.query
  const changed = new Map<string, string>()
  // biome-ignore lint/suspicious/noExplicitAny: stands in for a function with a dozen forms
  pg.Client.prototype.query = function query(this: pg.Client, first: any, ...rest: any[]): any {
    if (typeof first?.text !== 'string') return Reflect.apply(own, this, [first, ...rest])
    const text = rewrite(first.text)
    if (text === first.text) return Reflect.apply(own, this, [first, ...rest])
    // A prepared statement is known by its name: the other text needs one of its own.
    if (!changed.has(text)) changed.set(text, `rewritten_${randomUUID()}`)
    return Reflect.apply(own, this, [{ ...first, text, name: changed.get(text) }, ...rest])
  } as typeof own
  return () => {
    pg.Client.prototype.query = own
  }
}

/** The question that each statement asks. */
export const SEEN = /\w+\.\w+ = any \(\(select seen_venues\(\)\)::uuid\[\]\)/g
const without = (marker: string) => (text: string) => (text.includes(marker) ? text.replaceAll(SEEN, 'true') : text)

/** Holes in the first place where sight is decided: both walls stand on it. */
export const HOLES: readonly (readonly [string, string, string, string])[] = [
  ['guests read what is for members', 'visible_venues', 'v.visible and v.guests and', 'v.visible and'],
  [
    'members read what is being prepared',
    'visible_venues',
    'v.visible and vh.hub_id = any (reach)',
    'vh.hub_id = any (reach)',
  ],
  ['members of any hub read', 'visible_venues', 'vh.hub_id = any (reach)', 'true'],
  [
    'public lobbies are read before they open',
    'visible_venues',
    "v.visible and v.lobby = 'public'",
    "v.lobby = 'public'",
  ],
  ['lobbies by link are public', 'visible_venues', "v.lobby = 'public'", "v.lobby in ('public', 'link')"],
  ['everybody is an owner', 'visible_venues', 'where is_owner', 'where who is not null'],
  ['any host is host of all', 'visible_venues', 'h.person_id = who', 'who is not null'],
  ['guests reach as members do', 'askers_of', "filter (where m.role <> 'guest')", ''],
  ['hosts lose what they prepare', 'visible_venues', 'h.person_id = who', 'false'],
  ['members of the hubs below are forgotten', 'askers_of', 'unnest(h.path)', 'unnest(array[m.hub_id])'],
]

/** Statements that forget to ask who may see, with the second wall down. */
export const FORGETFUL: readonly (readonly [string, (text: string) => string])[] = [
  ['contributions by id', without('where c.id = any ($1) and')],
  [
    'a feed and its venue',
    (text) => without('page as materialized (\n       select c.*')(without('from venue as v where v.id = $1')(text)),
  ],
  [
    'a thread',
    (text) => without("as root, json_build_object('id', f.id")(without('from venue as v where v.id = $1')(text)),
  ],
  ['live topics', without('as threads')],
  ['the list of jams', without('with listed as')],
  ['one jam', without('as "linkSealed"')],
  [
    'one contribution',
    (text) => without('as "postedAt", c.retracted_at')(without('from venue as v where v.id = $1')(text)),
  ],
  [
    'drafts of others',
    (text) => text.replace('from draft where person_id = $1 order', 'from draft where $1::uuid is not null order'),
  ],
]
