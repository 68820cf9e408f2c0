import http, { type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LiveFrame, LiveQuery } from '../../platform/contract.ts'
import { type Live, openLive } from './live.ts'

// Node has the browser's fetch, BroadcastChannel and Web Locks: several of these are the tabs of one browser.

type Connection = { topics: string[]; after: number | null; response: ServerResponse; open: boolean }

let server: http.Server
let path: string
let name: string
let connections: Connection[]
let head: number
let down: boolean
const tabs: Live[] = []
const waiting = new Set<() => void>()

beforeEach(async () => {
  connections = []
  head = 0
  down = false
  name = `browser-${crypto.randomUUID()}`
  server = http.createServer((request, response) => accept(request.url ?? '', response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  path = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/live`
})

afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.stop()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function changed(): void {
  for (const look of [...waiting]) look()
}

/** Resolves as soon as the condition holds. */
function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!condition()) return
      waiting.delete(look)
      resolve()
    }
    waiting.add(look)
    look()
  })
}

/** Everything that ever happened, so that the server can repeat what a connection missed. */
const told = new Map<number, string>()

function accept(url: string, response: ServerResponse): void {
  const query = new URL(url, 'http://x').searchParams
  const after = query.get('after')
  const connection = {
    topics: (query.get('topics') ?? '').split(','),
    after: after === null ? null : Number(after),
    response,
    open: true,
  }
  connections.push(connection)
  response.on('close', () => {
    connection.open = false
    changed()
  })
  if (down) {
    response.destroy()
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const cursor = connection.after ?? head
  response.write(`event: hello\nid: ${cursor}\ndata: ${JSON.stringify({ cursor, topics: connection.topics })}\n\n`)
  for (let position = cursor + 1; position <= head; position++) send(connection, position)
  changed()
}

function send({ topics, response }: Connection, position: number): void {
  const topic = told.get(position) ?? ''
  if (!topics.includes(topic)) return
  const frame = { topic, cursor: position, events: [{ position, type: 'cup.filled' }] }
  response.write(`id: ${position}\ndata: ${JSON.stringify(frame)}\n\n`)
}

/** Something happens in a topic: whoever is connected hears it. */
function happen(topic: string): number {
  head += 1
  told.set(head, topic)
  for (const connection of running()) send(connection, head)
  return head
}

const running = (): Connection[] => connections.filter((connection) => connection.open)

function openTab(): Live {
  const tab = openLive({ path, name })
  tabs.push(tab)
  return tab
}

/** A view in a tab, and the positions it was told. */
function watch(tab: Live, topics: string[], since?: number) {
  const frames: LiveFrame[] = []
  const leave = tab.subscribe({
    topics,
    since,
    onFrame(frame) {
      frames.push(frame)
      changed()
    },
  })
  return { positions: () => frames.flatMap((frame) => frame.events.map((event) => event.position)), frames, leave }
}

const streaming = (...topics: string[]) =>
  until(() => running().length === 1 && topics.every((topic) => running()[0]?.topics.includes(topic)))

test('no stream is opened as long as nobody watches anything', async () => {
  const tab = openTab()
  const view = watch(tab, ['pot:1'], 0)
  await streaming('pot:1')
  view.leave()
  expect(connections).toHaveLength(1)
})

test('all tabs share one stream with the topics of all', async () => {
  const views = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => watch(openTab(), [`pot:${n}`], 0))
  await streaming('pot:1', 'pot:8')
  happen('pot:8')
  happen('pot:1')
  await until(() => views[7]?.positions().length === 1 && views[0]?.positions().length === 1)
  expect([views[7]?.positions(), views[0]?.positions(), views[3]?.positions()]).toEqual([[1], [2], []])
  expect(running()).toHaveLength(1)
})

test('what happened between the view and its subscription is told', async () => {
  for (let n = 0; n < 3; n++) happen('pot:1')
  const view = watch(openTab(), ['pot:1'], 1)
  await until(() => view.positions().length === 2)
  expect(view.positions()).toEqual([2, 3])
})

test('a second view of a running topic is told what it missed, and the first hears nothing twice', async () => {
  const first = watch(openTab(), ['pot:1'], 0)
  await streaming('pot:1')
  happen('pot:1')
  happen('pot:1')
  await until(() => first.positions().length === 2)
  const second = watch(openTab(), ['pot:1'], 1)
  await until(() => second.positions().length === 1)
  happen('pot:1')
  await until(() => first.positions().length === 3 && second.positions().length === 2)
  expect([first.positions(), second.positions()]).toEqual([
    [1, 2, 3],
    [2, 3],
  ])
})

test('a tab that joins with an old view gets what the others heard before it was there', async () => {
  for (let n = 0; n < 5; n++) happen('pot:1')
  const first = watch(openTab(), ['pot:1'], 5)
  await streaming('pot:1')
  const late = watch(openTab(), ['pot:1'], 2)
  await until(() => late.positions().length === 3)
  expect([late.positions(), first.positions()]).toEqual([[3, 4, 5], []])
})

test('a broken line is mended from where it broke', async () => {
  const view = watch(openTab(), ['pot:1'], 0)
  await streaming('pot:1')
  happen('pot:1')
  await until(() => view.positions().length === 1)
  running()[0]?.response.destroy()
  await until(() => running().length === 0)
  happen('pot:1')
  await until(() => view.positions().length === 2)
  expect([view.positions(), connections.at(-1)?.after]).toEqual([[1, 2], 1])
})

test('when the tab that holds the stream closes, another one goes on without a gap', async () => {
  const leader = openTab()
  watch(leader, ['pot:1'], 0)
  await streaming('pot:1')
  const view = watch(openTab(), ['pot:1', 'pot:2'], 0)
  await streaming('pot:1', 'pot:2')
  happen('pot:1')
  await until(() => view.positions().length === 1)
  leader.stop()
  await until(() => running().length === 0)
  happen('pot:2')
  happen('pot:1')
  await until(() => view.positions().length === 3)
  expect(view.positions()).toEqual([1, 2, 3])
})

test('a page that was put aside and comes back has missed nothing', async () => {
  const tab = openTab()
  const view = watch(tab, ['pot:1'], 0)
  await streaming('pot:1')
  tab.stop()
  await until(() => running().length === 0)
  happen('pot:1')
  tab.start()
  await until(() => view.positions().length === 1)
  expect(view.positions()).toEqual([1])
})

test('the state says whether the stream runs', async () => {
  down = true
  const tab = openTab()
  watch(tab, ['pot:1'], 0)
  await until(() => connections.length === 1)
  expect(tab.state()).toBe('connecting')
  tab.onState(changed)
  down = false
  await until(() => tab.state() === 'live')
  expect(tab.state()).toBe('live')
})

test('a browser asks for no more topics than the server takes', async () => {
  const tab = openTab()
  for (let n = 1; n <= 60; n++) watch(tab, [`pot:${n}`], 0)
  await until(() => running().length === 1)
  const { pattern } = LiveQuery.properties.topics as { pattern?: string }
  const count = pattern?.match(/\{0,(\d+)\}\)?\$$/)?.[1]
  expect(running()[0]?.topics.length).toBe(Number(count) + 1)
})

test('a reset of the server reaches the view', async () => {
  const view = watch(openTab(), ['pot:1'], 50)
  await streaming('pot:1')
  running()[0]?.response.write('id: 3\ndata: {"topic":"pot:1","cursor":3,"events":[],"reset":true}\n\n')
  await until(() => view.frames.length === 1)
  expect(view.frames[0]).toMatchObject({ reset: true, cursor: 3 })
})
