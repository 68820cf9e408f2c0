import { expect, test } from 'vitest'
import type { Database } from '../platform/index.ts'
import { answerJam } from './demo-answers.ts'
import type { DemoBrowser } from './demo-browser.ts'

/** A server on which an edition puts up one matter more while the first ones are answered. */
function growing() {
  const matters = new Map<string, { latest: { id: string } | null; binding: object | null }>()
  const put = (id: string) => matters.set(id, { latest: null, binding: null })
  put('one')
  put('two')
  const view = () => ({
    matters: [...matters].map(([id, of]) => ({ id, stands: true, promise: { id: `p-${id}` }, ...of })),
  })
  const host: DemoBrowser = {
    async ask(method, path) {
      const [, kind, id = ''] = /^\/api\/(matters|decisions)\/([^/]+)/.exec(path) ?? []
      const matter = matters.get(id)
      if (matter && kind === 'matters') matter.latest = { id }
      if (matter && kind === 'decisions') {
        matter.binding = {}
        if (id === 'two') put('three')
      }
      return method === 'PUT' ? {} : view()
    },
  }
  return { host, matters }
}

test('what is put up while the demonstration answers is answered too', async () => {
  const { host, matters } = growing()
  const given = { host, hostId: 'h', jamId: 'j', language: 'en', overdue: false } as const
  await answerJam({ ...given, database: {} as Database, signal: new AbortController().signal })
  expect([...matters].map(([id, { binding }]) => [id, binding !== null])).toEqual([
    ['one', true],
    ['two', true],
    ['three', true],
  ])
})
