import type { FastifyRequest } from 'fastify'
import { type Actor, nobody } from '../kernel/index.ts'
import { languageFor, speaker } from '../kernel/messages.ts'
import type { Asker, Mounting, Say, Statement } from '../platform/index.ts'
import { messages as german } from './messages.de.ts'
import { messages as english } from './messages.en.ts'

const LINK = /^[A-Za-z0-9_-]{22,64}$/
const WANTED_MAX = 20
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/

const spoken: Record<'en' | 'de', Say> = {
  en: speaker('en', english) as Say,
  de: speaker('de', german) as Say,
}

/** Says the product's sentences in the language nearest to a locale. */
export function sayFor(locale: string): Say {
  return spoken[languageFor([locale])]
}

/** The languages that the browser asks for, best first. */
function wantedBy(request: FastifyRequest): string[] {
  const ranges = (request.headers['accept-language'] ?? '').slice(0, 500).split(',').slice(0, WANTED_MAX)
  const weighed = ranges.map((range) => {
    const [tag = '', weight] = range.split(';q=').map((part) => part.trim())
    return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 }
  })
  const known = weighed.filter(({ tag, weight }) => TAG.test(tag) && weight > 0)
  return known.toSorted((a, b) => b.weight - a.weight).map(({ tag }) => tag)
}

/** The language for somebody who has not signed in. */
export function localeOf(request: FastifyRequest): string {
  return languageFor(wantedBy(request))
}

function linkOf(request: FastifyRequest): string | undefined {
  const { link } = request.query as { link?: unknown }
  return typeof link === 'string' && LINK.test(link) ? link : undefined
}

/** The statement that finds who asks. */
function opening(request: FastifyRequest): Statement {
  return { text: 'select open_as($1, $2) as actor', values: [request.sessionHash ?? null, linkOf(request) ?? null] }
}

function actorOf(opened: unknown): Actor {
  return (opened as { actor: Actor } | undefined)?.actor ?? nobody
}

/** The statement that finds all who do something in one venue together. */
function openingTogether(requests: readonly FastifyRequest[], venueId: string): Statement {
  const hashes = requests.map(({ sessionHash }) => sessionHash ?? null)
  return { text: 'select open_together($1::bytea[], $2) as askers', values: [hashes, venueId] }
}

function askersOf(opened: unknown): readonly Asker[] {
  return (opened as { askers: Asker[] } | undefined)?.askers ?? []
}

type Asking = 'opening' | 'actorOf' | 'openingTogether' | 'askersOf' | 'sayFor' | 'localeOf'

/** Who asks, and in which language they are answered. */
export const whoAsks: Pick<Mounting, Asking> = {
  opening,
  actorOf,
  openingTogether,
  askersOf,
  sayFor,
  localeOf,
}
