import { newId, type Tx } from '../platform/index.ts'
import type { HubLine } from './rules/jam-format.ts'
import { findCore, findHubPaths, insertHubWithId, type PlacedHub } from './store/import.ts'

type Core = { readonly id: string; readonly path: readonly string[] }

/** With longer names the number in brackets would not fit. */
const NAME_KEPT = 110
const NAMES_TRIED = 1000

/**
 * Makes the hubs of a jam file that are not here yet, under their own ids. A hub without a parent in the file stands under
 * our core; where there is no hub at all, the only one without a parent becomes the core. A name that a neighbour has
 * gets a number.
 */
export async function importHubs(tx: Tx, hubs: readonly HubLine[]): Promise<void> {
  const paths: Map<string, readonly string[]> = await findHubPaths(
    tx,
    hubs.map((hub) => hub.id),
  )
  let core: Core | undefined = (await findCore(tx)) ?? (await makeCore(tx, hubs))
  for (const hub of hubs.filter(({ id }) => !paths.has(id))) {
    const above = hub.parent === null ? core?.path : paths.get(hub.parent)
    const path = [...(above ?? []), hub.id]
    paths.set(hub.id, path)
    core ??= { id: hub.id, path }
    await insertNamed(tx, { ...hub, parentId: above?.at(-1) ?? null, path })
  }
}

/** Several hubs beside each other need one above them. */
async function makeCore(tx: Tx, hubs: readonly HubLine[]): Promise<Core | undefined> {
  const tops = hubs.filter((hub) => hub.parent === null)
  const [first] = tops
  if (first === undefined || tops.length === 1) return undefined
  const id = newId()
  await insertNamed(tx, { ...first, id, name: 'Core', parentId: null, path: [id] })
  return { id, path: [id] }
}

async function insertNamed(tx: Tx, hub: PlacedHub): Promise<void> {
  if (await insertHubWithId(tx, hub)) return
  for (let number = 2; number <= NAMES_TRIED; number++) {
    const name = `${[...hub.name].slice(0, NAME_KEPT).join('')} (${number})`
    if (await insertHubWithId(tx, { ...hub, name })) return
  }
  throw new Error(`${NAMES_TRIED} hubs bear the name of an imported one`)
}
