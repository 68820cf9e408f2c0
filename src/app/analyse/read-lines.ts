import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import type { BadLines } from './bad-lines.ts'
import { explainFileError } from './explain-file-error.ts'

/** A line of a file without its end, numbered from 1. */
export type Line = { readonly file: string; readonly number: number; readonly text: string }

const LINE_MAX_BYTES = 8 * 1024 * 1024
const LINE_FEED = 0x0a
const CR_AT_END = /\r$/

/** The lines of a file as they come, `-` reads the standard input; never more than a piece of it is held. Ends of lines
 *  are LF or CRLF, a byte order mark is no text, an empty last line is none. A line that is no UTF-8 or longer than
 *  8 MiB is told to `bad` and left out. Throws a sentence when the file cannot be read. */
export async function* readLines(path: string, bad: BadLines): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const file = path === '-' ? 'standard input' : path
  let number = 0
  try {
    for await (const bytes of splitBytes(path === '-' ? process.stdin : createReadStream(path))) {
      number++
      const text = decodeLine(decoder, bytes, (reason) => bad.skip({ file, number }, reason))
      if (text !== undefined) yield { file, number, text }
    }
  } catch (error) {
    throw explainFileError(error, { path, doing: 'read' })
  }
}

function decodeLine(decoder: TextDecoder, bytes: Uint8Array, refuse: (reason: string) => void): string | undefined {
  if (bytes.length > LINE_MAX_BYTES) {
    refuse('it is longer than 8 MiB')
    return undefined
  }
  try {
    return decoder.decode(bytes).replace(CR_AT_END, '')
  } catch {
    refuse('it is not text in UTF-8')
    return undefined
  }
}

async function* splitBytes(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      const piece = chunk.subarray(from, end)
      yield rest.length > 0 ? Buffer.concat([rest, piece]) : piece
      rest = Buffer.alloc(0)
      from = end + 1
    }
    rest = keepRest(rest, chunk.subarray(from))
  }
  if (rest.length > 0) yield rest
}

/** Of a line beyond all measure only so much is kept that it is still seen to be too long. */
function keepRest(rest: Buffer, piece: Buffer): Buffer {
  if (rest.length > LINE_MAX_BYTES || piece.length === 0) return rest
  return Buffer.concat([rest, piece])
}
