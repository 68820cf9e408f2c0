import { expect, test } from 'vitest'
import type { Hub } from './api.ts'
import { findHubs, type Node, treeOf } from './hub-tree.ts'

function hub(id: string, parentId: string | null, name = id): Hub {
  return {
    id,
    parentId,
    name,
    locales: ['en'],
    timeZone: 'UTC',
    people: 0,
    guests: 0,
    imported: 0,
    role: null,
    home: false,
  }
}

const shape = (nodes: readonly Node[]): unknown[] =>
  nodes.map(({ hub: { name }, children }) => [name, ...shape(children)])

test('hubs stand under their parents, siblings by name', () => {
  const hubs = [hub('c', null, 'Core'), hub('s', 'c', 'South'), hub('n', 'c', 'North'), hub('l', 's', 'Lisbon')]
  expect(shape(treeOf(hubs))).toEqual([['Core', ['North'], ['South', ['Lisbon']]]])
})

test('a branch whose parent is not shown stands at the top', () => {
  expect(shape(treeOf([hub('l', 'hidden', 'Lisbon')]))).toEqual([['Lisbon']])
})

test('numbers in names are sorted as numbers', () => {
  const hubs = [hub('a', null, 'Plant 10'), hub('b', null, 'Plant 9')]
  expect(shape(treeOf(hubs))).toEqual([['Plant 9'], ['Plant 10']])
})

test('a hub is found without its accents and by words in any order', () => {
  const hubs = [hub('a', null, 'São Paulo Oeste'), hub('b', null, 'Lisbon')]
  expect(findHubs(hubs, 'oeste sao').map(({ id }) => id)).toEqual(['a'])
})
