import { type Static, type TProperties, type TSchema, Type } from 'typebox'

/** Reading is GET, or POST where what is asked must not stand in addresses and logs (`reads`); everything else changes
 *  something and asks for an Idempotency-Key. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What one route takes and answers. `access: 'anyone'` marks routes that need no sign-in. `exempt` marks mutations
 *  that need no Idempotency-Key: they belong to nobody yet (sign-in, first run), or sent again they change nothing. */
export type Contract = {
  readonly summary: string
  readonly access?: 'anyone'
  readonly exempt?: true
  /** A POST that changes nothing: what is asked is private and travels in its body. Needs no Idempotency-Key. */
  readonly reads?: true
  /** A secret in the address says who asks, and no cookie counts: other programs may ask too. */
  readonly anyOrigin?: true
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly answer: TSchema
  /** Media types other than JSON that the route answers with (downloads, pages). */
  readonly media?: readonly string[]
}

/** The routes of a module by their key, "GET /api/jams/:jamId": the server binds them, the web calls them by the same key. */
export type Contracts = { readonly [route: `${Method} /${string}`]: Contract }

type Part<T> = T extends TSchema ? Static<T> : unknown

/** Everything a request carries, in one object: path, query and body have no names in common. */
export type InputOf<C extends Contract> = Part<C['params']> & Part<C['query']> & Part<C['body']>
/** The body of a 2xx answer, before it becomes JSON. */
export type AnswerOf<C extends Contract> = Static<C['answer']>

/** An object that refuses unknown keys. */
export function object<const P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false })
}

/** Text of bounded length in UTF-16 code units. */
export function text(maxLength: number, minLength = 0) {
  return Type.String({ maxLength, minLength })
}

/** The pattern of text that holds something beside white space. */
export const FILLED = '\\S'

/** Text that must hold something beside white space. */
export function filledText(maxLength: number) {
  return Type.String({ maxLength, minLength: 1, pattern: FILLED })
}

/** At most `maxItems` of them: no request or answer holds a list without end. */
export function list<const T extends TSchema>(items: T, maxItems: number) {
  return Type.Array(items, { maxItems })
}

/** The value, or null where there is none: the key is always present, so that null is never mistaken for "not asked". */
export function nullable<const T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** Exactly one of these words; the type is their union. */
export function oneOf<const T extends readonly string[]>(...words: T) {
  return Type.Union(words.map((word) => Type.Literal(word))) as unknown as ReturnType<typeof Type.Unsafe<T[number]>>
}

/** A UUID in lower case, made by the app and ordered by time. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  maxLength: 36,
})
/** An instant: ISO 8601 in UTC with milliseconds. */
export const Instant = Type.String({ format: 'date-time', maxLength: 40 })
/** A whole number from zero. */
export const Count = Type.Integer({ minimum: 0 })
/** A language as BCP 47 writes it, such as "de" or "zh-Hant-TW". Only the form is checked. */
export const LocaleTag = Type.String({ maxLength: 35, pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' })
/** The name of an IANA zone, such as "Europe/Vienna". Only the form is checked: whether it exists is the use case's question. */
export const TimeZone = Type.String({ maxLength: 64, pattern: '^[A-Za-z0-9_+/-]+$' })
/** Where the next page begins: opaque to clients, given back as it came. One that does not decode is a bad request. */
export const Cursor = Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' })
/** Something on each side of one @, at most 254 characters as SMTP allows; only a letter that arrives proves an address. */
export const Email = Type.String({ maxLength: 254, pattern: '^[^\\s@]{1,64}@[^\\s@]{1,189}$' })
/** An answer that says no more than that it was done. */
export const Nothing = object({})

/** What a person may do with a thing, with the reason and its sentence when not. The server decides, the web shows. */
export const May = Type.Union([
  object({ ok: Type.Literal(true) }),
  object({ ok: Type.Literal(false), because: text(100), sentence: text(500) }),
])
export type May = Static<typeof May>

/** The body of every answer that is not 2xx. */
export const ErrorAnswer = object({
  error: object({
    key: text(100),
    sentence: text(1000),
    details: Type.Optional(Type.Unknown()),
  }),
})
