/** One message of a stream of server-sent events. `id` is the place to come back to, when the message names one. */
export type StreamMessage = { readonly event: string; readonly data: string; readonly id: number | null }

/** Reads server-sent events from pieces of text that may break anywhere. Messages without data (signs of life) are told
 *  too: they carry a place. Lines end with LF, as our server writes them. */
export function streamParser(tell: (message: StreamMessage) => void): (piece: string) => void {
  let rest = ''
  return (piece) => {
    const blocks = (rest + piece).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) tell(messageOf(block))
  }
}

function messageOf(block: string): StreamMessage {
  let event = 'message'
  let id: number | null = null
  const data: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('data: ')) data.push(line.slice(6))
    else if (line.startsWith('event: ')) event = line.slice(7)
    else if (/^id: \d{1,15}$/.test(line)) id = Number(line.slice(4))
  }
  return { event, data: data.join('\n'), id }
}
