import { once } from 'node:events'

/** Writes a piece and waits until there is room for the next. Throws when the other end has gone away. */
export async function writeTo(stream: NodeJS.WritableStream, chunk: string): Promise<void> {
  if (stream.write(chunk)) return
  const gone = new AbortController()
  const onClose = () => gone.abort(new Error('the reader has gone away'))
  stream.on('close', onClose)
  try {
    await once(stream, 'drain', { signal: gone.signal })
  } finally {
    stream.removeListener('close', onClose)
  }
}
