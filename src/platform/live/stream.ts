import type { ServerResponse } from 'node:http'
import type { FastifyRequest } from 'fastify'

/** A topic with the audience in which the person may hear it. */
export type Granted = { readonly topic: string; readonly audience: string }

/** Who reads and what they may. `personId` and `sessionId` are null for somebody who has not signed in. */
export type Reader = {
  readonly personId: string | null
  readonly sessionId: string | null
  readonly granted: readonly Granted[]
}

/** One open response. `live`: gets every frame. `held`: gets none until it has caught up from `sentTo` (new, slow, or its
 *  right is being asked for). */
export type LiveStream = {
  readonly request: FastifyRequest
  readonly response: ServerResponse
  readonly reader: Reader
  /** After so long (milliseconds of `performance.now()`) it is closed and asked to come back, so that rights are read anew. */
  readonly endsAtMs: number
  state: 'live' | 'held' | 'closed'
  /** While held: everything of its topics up to here was sent. */
  sentTo: number
  heldSinceMs: number
  sentAtMs: number
  /** Its right is being asked for; nothing may be sent. */
  checking: boolean
  /** It is being read from the database what was missed. */
  catching: boolean
  /** The frame that goes out at the end of this tick. */
  next: Buffer | undefined
}

/** So much may wait in memory for one reader, in bytes. */
export const WAITING_MAX = 64 * 1024
/** From here on frames are skipped: there is room left for the one under way. */
export const WAITING_FULL = 16 * 1024

/** Sends bytes when there is room for them; false: nothing was sent. */
export function send({ response }: LiveStream, bytes: Buffer): boolean {
  if (response.writableLength + bytes.length > WAITING_MAX) return false
  response.write(bytes)
  return true
}

/** Lets go what was collected for one write. */
export function uncork({ response }: LiveStream): void {
  for (let corked = response.writableCorked; corked > 0; corked--) response.uncork()
}

/** Frames are skipped from now on; the reader gets what it missed later. */
export function hold(stream: LiveStream, sentTo: number, nowMs: number): void {
  stream.next = undefined
  if (stream.state !== 'live') return
  stream.state = 'held'
  stream.sentTo = sentTo
  stream.heldSinceMs = nowMs
}

/** Ends a stream now. Its browser comes back by itself and is then told what it may. */
export function cut(stream: LiveStream): void {
  stream.state = 'closed'
  stream.next = undefined
  stream.response.destroy()
}
