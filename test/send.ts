import http from 'node:http'

// One connection serves many requests. Of a hundred thousand of them fetch would take a third of the time.
const agent = new http.Agent({ keepAlive: true })

/** A request as it goes over the wire. Its address is escaped as URL does it. */
export type Sent = {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal?: AbortSignal
}

/** Sends it and answers once the head of the answer is there; redirections are not followed, nothing is decompressed. Read
 *  the body or destroy it. Rejects when there is no connection or the signal stops it. */
export function send(url: URL, { body, ...options }: Sent): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    http
      .request(url, { ...options, agent }, resolve)
      .on('error', reject)
      .end(body)
  })
}
