import { viewer } from '../../web-kit/index.ts'
import type { Hub } from './api.ts'

export type Node = { readonly hub: Hub; readonly children: readonly Node[] }

/** The hubs as trees, siblings by name. A hub whose parent is not among them stands at the top: a guest may see a branch only. */
export function treeOf(hubs: readonly Hub[]): Node[] {
  const known = new Set(hubs.map((hub) => hub.id))
  const under = Map.groupBy(hubs, (hub) => (hub.parentId !== null && known.has(hub.parentId) ? hub.parentId : ''))
  const branchesOf = (parentId: string): Node[] =>
    byName(under.get(parentId) ?? []).map((hub) => ({ hub, children: branchesOf(hub.id) }))
  return branchesOf('')
}

/** Hubs whose name holds every word typed, by name. */
export function findHubs(hubs: readonly Hub[], words: string): Hub[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  return byName(hubs.filter((hub) => wanted.every((word) => folded(hub.name).includes(word))))
}

function byName(hubs: readonly Hub[]): Hub[] {
  const { compare } = new Intl.Collator(viewer().locale, { numeric: true })
  return [...hubs].sort((one, other) => compare(one.name, other.name))
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
