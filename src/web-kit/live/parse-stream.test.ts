import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type StreamMessage, streamParser } from './parse-stream.ts'

function parse(pieces: readonly string[]): StreamMessage[] {
  const messages: StreamMessage[] = []
  const push = streamParser((message) => messages.push(message))
  pieces.forEach(push)
  return messages
}

const stream = 'event: hello\nid: 5\ndata: {"cursor":5}\n\ndata: {"n":1}\n\n:\nid: 7\n\nid: 9\ndata: {"n":2}\n\n'

test('messages are read with their event, data and place', () => {
  expect(parse([stream])).toEqual([
    { event: 'hello', data: '{"cursor":5}', id: 5 },
    { event: 'message', data: '{"n":1}', id: null },
    { event: 'message', data: '', id: 7 },
    { event: 'message', data: '{"n":2}', id: 9 },
  ])
})

test('pieces may break anywhere', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 8 }), (places) => {
      const cuts = [0, ...places.toSorted((a, b) => a - b), stream.length]
      const pieces = cuts.slice(1).map((cut, i) => stream.slice(cuts[i], cut))
      expect(parse(pieces)).toEqual(parse([stream]))
    }),
  )
})

test('half a message says nothing', () => {
  expect(parse(['data: {"n"'])).toEqual([])
})
