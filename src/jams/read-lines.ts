import { TextDecoder } from 'node:util'
import { BadLine, LINE_MAX } from './rules/jam-lines.ts'

/**
 * The lines of a file in UTF-8, without their ends, as they come in: never more than one line is held. An empty last line
 * is none. Throws BadLine for bytes that are no UTF-8 and for a line beyond all measure.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let number = 1
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decode(decoder, chunk, number)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LINE_MAX) throw new BadLine(number + lines.length, `longer than ${LINE_MAX} characters`)
    for (const line of lines) {
      yield line
      number++
    }
  }
  rest += decode(decoder, undefined, number)
  if (rest !== '') yield rest
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined, number: number): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    throw new BadLine(number, 'not UTF-8 (in this line or one of the next)')
  }
}
