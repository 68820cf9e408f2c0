import { type Static, Type } from 'typebox'
import type { Contract } from '../kernel/index.ts'

/** `GET /metrics`, there only with a METRICS_TOKEN. */
export const metricsContract = {
  summary: 'Figures of this process for Prometheus',
  access: 'anyone',
  answer: Type.String(),
  media: ['text/plain'],
} as const satisfies Contract

/** At most so many topics in one stream. */
const LIVE_TOPICS_MAX = 50
const TOPIC_MAX_LENGTH = 80

/** `topics`: `kind:id` with commas between; `after`: the cursor of what the reader has seen. */
export const LiveQuery = Type.Object(
  {
    topics: Type.String({
      minLength: 3,
      maxLength: LIVE_TOPICS_MAX * (TOPIC_MAX_LENGTH + 1),
      pattern: '^[a-z-]{1,20}:[A-Za-z0-9-]{1,59}(,[a-z-]{1,20}:[A-Za-z0-9-]{1,59}){0,49}$',
    }),
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  },
  { additionalProperties: false },
)
export type LiveQuery = Static<typeof LiveQuery>

/** What travels of an event: its place, its type, and those of its facts that are ids, numbers and keys. */
export type LiveEvent = { readonly position: number; readonly type: string } & Readonly<Record<string, unknown>>

/** One message of a stream, about one topic, up to `cursor`. */
export type LiveFrame = {
  readonly topic: string
  readonly cursor: number
  readonly events: readonly LiveEvent[]
  /** Too much was missed: fetch the view anew. Then `events` is empty. */
  readonly reset?: true
  /** Whole topics only: how many events of a type happened since the frame before, where each alone would be too many. */
  readonly counted?: Readonly<Record<string, number>>
}

/** The first message of a stream (event `hello`): from where it reads, and which of the topics were granted. */
export type LiveHello = { readonly cursor: number; readonly topics: readonly string[] }

/** `GET /api/live`: a stream of server-sent events. */
export const liveContract = {
  summary: 'Live stream: what happens in the topics, as ids and counts',
  access: 'anyone',
  query: LiveQuery,
  answer: Type.String(),
  media: ['text/event-stream'],
} as const satisfies Contract
