import fs from 'node:fs'
import os from 'node:os'
import { expect, test } from 'vitest'
import { openThread } from './open-thread.ts'

type Question = { readonly say: string }

const fileOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
const echo = fileOf(`import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ number, say }) => {
  if (say === 'die') process.exit(1)
  parentPort.postMessage(say === 'throw' ? { number, error: 'no' } : { number, answer: say.toUpperCase() })
})`)

test('each question gets its own answer', async () => {
  const thread = openThread<Question>({ file: echo, what: 'echoes' })
  expect(await Promise.all([thread.ask({ say: 'a' }), thread.ask({ say: 'b' })])).toEqual(['A', 'B'])
  await thread.stop()
})

test('an error is told to whoever asked, and the thread goes on', async () => {
  const thread = openThread<Question>({ file: echo, what: 'echoes' })
  await expect(thread.ask({ say: 'throw' })).rejects.toThrow('no')
  expect(await thread.ask({ say: 'c' })).toBe('C')
  await thread.stop()
})

test('a thread that died fails what waited for it, and is opened again', async () => {
  let ended = 0
  const thread = openThread<Question>({ file: echo, what: 'echoes', onEnd: () => ended++ })
  await expect(thread.ask({ say: 'die' })).rejects.toThrow('the thread of echoes ended')
  expect(await thread.ask({ say: 'd' })).toBe('D')
  await thread.stop()
  expect(ended).toBe(1)
  await expect(thread.ask({ say: 'e' })).rejects.toThrow('the thread of echoes was stopped')
})

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = os.constants.priority
test.runIf(process.platform === 'linux').each([
  ['people', PRIORITY_BELOW_NORMAL],
  ['other threads too', PRIORITY_LOW],
])('a thread that gives way to %s does so alone', async (whom, priority) => {
  const modest = fileOf(`import { giveWay, answerInThread } from '${new URL('./in-thread.ts', import.meta.url).href}'
giveWay('${whom}')
answerInThread(() => 'done')`)
  const nices = (): number[] =>
    fs.readdirSync('/proc/self/task').map((id) => {
      const [, fields = ''] = fs.readFileSync(`/proc/self/task/${id}/stat`, 'utf8').split(') ')
      return Number(fields.split(' ')[16])
    })
  const before = nices().filter((nice) => nice === priority).length
  const thread = openThread<Question>({ file: modest, what: 'giving way' })
  await thread.ask({ say: 'a' })
  const after = nices().filter((nice) => nice === priority).length
  expect([after - before, os.getPriority()]).toEqual([1, 0])
  await thread.stop()
})

test('a thread that is asked nothing for a while ends, and is there again for the next question', async () => {
  const counting = fileOf(`import { parentPort } from 'node:worker_threads'
let asked = 0
parentPort.on('message', ({ number }) => parentPort.postMessage({ number, answer: ++asked }))`)
  let ended = 0
  const thread = openThread<Question>({ file: counting, what: 'counts', restsAfterMs: 20, onEnd: () => ended++ })
  const asked = () => thread.ask<number>({ say: '' })
  expect([await asked(), await asked()]).toEqual([1, 2])
  // What it kept is gone with it: only a new one counts from the beginning.
  await expect.poll(asked, { timeout: 10_000, interval: 200 }).toBe(1)
  const [one, two] = [asked(), asked()]
  expect((await two) - (await one)).toBe(1)
  await thread.stop()
  expect(ended).toBe(0)
})
