import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import type { BadLines } from './bad-lines.ts'
import { explainFileError } from './explain-file-error.ts'
import type { Progress } from './progress.ts'

/** A line of a file without its end, numbered from 1. */
export type Line = { readonly file: string; readonly number: number; readonly text: string }

const LINE_MAX_BYTES = 8 * 1024 * 1024
const LINE_FEED = 0x0a
const CR_AT_END = /\r$/

/** Who is told of lines that cannot be used, and how far the reading is. */
type Telling = { readonly bad: BadLines; readonly progress: Progress }

/** The lines of a file as they come, `-` reads the standard input; never more than a piece of it is held. Ends of lines
 *  are LF or CRLF, a byte order mark is no text, an empty last line is none. A line that is no UTF-8 or longer than
 *  8 MiB is told to `bad` and left out. Throws a sentence when the file cannot be read. */
export async function* readLines(path: string, { bad, progress }: Telling): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const file = path === '-' ? 'standard input' : path
  let number = 0
  try {
    for await (const piece of splitBytes(path === '-' ? process.stdin : createReadStream(path))) {
      for (const bytes of piece) {
        number++
        const text = decodeLine(decoder, bytes, (reason) => bad.skip({ file, number }, reason))
        if (text !== undefined) yield { file, number, text }
      }
      progress.at(`Reading ${file}, lines`, number)
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

/** The whole lines of each chunk together: an await for each of millions of lines would cost more than the reading. */
async function* splitBytes(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  const rest = keepRest()
  for await (const chunk of chunks) {
    const lines: Buffer[] = []
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      lines.push(rest.endWith(chunk.subarray(from, end)))
      from = end + 1
    }
    yield lines
    rest.add(chunk.subarray(from))
  }
  const last = rest.endWith(Buffer.alloc(0))
  if (last.length > 0) yield [last]
}

/** The beginning of a line that goes on in the next chunk. Of one beyond all measure only so much is kept that it is
 *  still seen to be too long. */
function keepRest(): { add(piece: Buffer): void; endWith(piece: Buffer): Buffer } {
  let pieces: Buffer[] = []
  let size = 0
  return {
    add(piece) {
      if (size > LINE_MAX_BYTES || piece.length === 0) return
      pieces.push(piece)
      size += piece.length
    },
    endWith(piece) {
      const line = size === 0 ? piece : Buffer.concat([...pieces, piece])
      pieces = []
      size = 0
      return line
    },
  }
}
