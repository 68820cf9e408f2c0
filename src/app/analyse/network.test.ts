import { expect, test } from 'vitest'
import { runAnalyse } from '../../../test/analyse.ts'

const read = ({ written }: { written: string | undefined }) => JSON.parse(written ?? '')
const measure = async (input: string, more: Parameters<typeof runAnalyse>[2] = {}) =>
  read(await runAnalyse('network', input, more))

/** Two triangles with one tie between them. */
const ties = ['a b', 'b c', 'c a', 'c d', 'd e', 'e f', 'f d'].join('\n')

test('a network is measured whole and node by node', async () => {
  const found = await measure(ties)
  expect(found).toMatchObject({ nodes: 6, edges: 7, ei: null, maxCore: 2, communities: 2, betweennessPivots: null })
  expect(found.density).toBeCloseTo(7 / 15, 12)
  // Each triangle holds 3 of 7 ties and half of all ends: 6/7 - 1/2.
  expect(found.modularity).toBeCloseTo(6 / 7 - 1 / 2, 12)
  const bridge = found.measures[2]
  expect(bridge).toMatchObject({ id: 'c', degree: 3, core: 2, betweenness: 6 })
  expect(Object.keys(bridge)).toEqual(['id', 'degree', 'core', 'pagerank', 'betweenness', 'constraint', 'community'])
  expect(found.measures.map(({ community }: { community: number }) => community)).toEqual([0, 0, 0, 1, 1, 1])
})

test('loops and doubles change nothing, except that who is tied to herself alone is there', async () => {
  const { nodes, ...found } = await measure(`${ties}\nb a\na b\na a\ng g\n`)
  const { nodes: _, ...expected } = await measure(ties)
  expect(nodes).toBe(7)
  expect(found.edges).toBe(7)
  expect(found.measures.at(-1)).toMatchObject({
    id: 'g',
    degree: 0,
    core: 0,
    betweenness: 0,
    constraint: null,
    community: 2,
  })
  expect(found.modularity).toBeCloseTo(expected.modularity, 12)
  expect(found.measures[0].constraint).toBeCloseTo(expected.measures[0].constraint, 12)
})

test('weights of doubles are added, and a line without one weighs 1', async () => {
  const twice = await measure('a b 2\na c\nb a 1\n')
  const once = await measure('a b 3\na c 1\n')
  expect(twice).toEqual(once)
  expect(once.weighted).toBe(true)
})

test('directed ties lead one way', async () => {
  const found = await measure('a b\nb c\nb a\na b', { flags: ['--directed'] })
  expect(found).toMatchObject({ nodes: 3, edges: 3, density: 0.5, directed: true })
  const [a, b, c] = found.measures
  expect([a.degree, b.degree, c.degree]).toEqual([2, 3, 1])
  expect([a.betweenness, b.betweenness, c.betweenness]).toEqual([0, 1, 0])
  expect(c.pagerank).toBeGreaterThan((await measure('a b\nb c\nb a')).measures[2].pagerank)
})

test('groups give the index, by name of any kind', async () => {
  const groups = 'a North\nb North\nc North\nd "South West"\ne "South West"\nf "South West"\n'
  const found = await measure(ties, { flags: ['--groups', 'groups.txt'], others: { 'groups.txt': groups } })
  expect(found.ei).toBeCloseTo((1 - 6) / 7, 12)
})

test('CRLF, a byte order mark, tabs, remarks, quoted and hyphenated ids are read', async () => {
  const input = '\uFEFF# made by hand\r\n-1\t2-b\r\n"A B"  -1 1e0\r\n\r\n% end\r\n'
  const { err, written } = await runAnalyse('network', input)
  expect(err).toBe('')
  expect(read({ written }).measures.map(({ id }: { id: string }) => id)).toEqual(['-1', '2-b', 'A B'])
})

test('bad lines of both files are named, left out and counted', async () => {
  const { err, written } = await runAnalyse('network', 'a b\na\na b c d\na b -1\na b x\n"a b\n', {
    flags: ['--groups', 'groups.txt'],
    others: { 'groups.txt': 'a 1\na 2\nz 1\nb\n' },
  })
  expect(err.split('\n')).toEqual([
    'in.txt, line 2 is skipped: a tie needs two ids.',
    'in.txt, line 3 is skipped: two ids and a weight are expected, not 4 words.',
    'in.txt, line 4 is skipped: the weight "-1" is no number above 0.',
    'in.txt, line 5 is skipped: the weight "x" is no number above 0.',
    'in.txt, line 6 is skipped: a quotation mark is not closed.',
    'groups.txt, line 2 is skipped: "a" has a group already.',
    'groups.txt, line 3 is skipped: nobody is tied to "z".',
    'groups.txt, line 4 is skipped: an id and its group are expected.',
    '8 lines were skipped.',
    '',
  ])
  expect(read({ written })).toMatchObject({ nodes: 2, edges: 1 })
})

test('an empty file is an empty network', async () => {
  expect(await measure('')).toMatchObject({
    nodes: 0,
    edges: 0,
    density: 0,
    modularity: 0,
    communities: 0,
    measures: [],
  })
})

test('beyond 20,000 ties betweenness starts from pivots, drawn by the seed', async () => {
  const many = Array.from(
    { length: 20_100 },
    (_, at) => `${at % 2000} ${(at * 7 + Math.floor(at / 2000)) % 2000}`,
  ).join('\n')
  const [one, same, other] = [
    await measure(many),
    await measure(many),
    await measure(many, { flags: ['--seed', '-7'] }),
  ]
  expect(one.edges).toBeGreaterThan(10_000)
  expect(same).toEqual(one)
  expect(other.seed).toBe(-7)
})
