import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLines } from './read-lines.ts'
import { LINE_MAX } from './rules/jam-lines.ts'

async function linesOf(chunks: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = []
  const bytes = async function* () {
    yield* chunks
  }
  for await (const line of readLines(bytes())) lines.push(line)
  return lines
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('lines are the same wherever the file is cut into pieces', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 7 }),
      async (lines, size) => {
        const all = bytesOf(lines.map((text) => `${text}\n`).join(''))
        const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
          all.slice(at * size, (at + 1) * size),
        )
        expect(await linesOf(pieces)).toEqual(lines)
      },
    ),
  )
})

test('a last line without an end is a line, an end alone is none', async () => {
  expect(await linesOf([bytesOf('a\nb')])).toEqual(['a', 'b'])
  expect(await linesOf([bytesOf('a\n')])).toEqual(['a'])
})

test('separators of other writing systems end no line', async () => {
  expect(await linesOf([bytesOf('a\u2028b\u2029c\u0085d\n')])).toEqual(['a\u2028b\u2029c\u0085d'])
})

test('bytes that are no UTF-8 are told', async () => {
  await expect(linesOf([bytesOf('a\n'), new Uint8Array([0xff, 0x0a])])).rejects.toThrow('not UTF-8')
})

test('a line without end does not fill the memory', async () => {
  const chunk = bytesOf('x'.repeat(LINE_MAX + 1))
  await expect(linesOf([bytesOf('a\n'), chunk])).rejects.toThrow(`line 2: longer than ${LINE_MAX} characters`)
})
