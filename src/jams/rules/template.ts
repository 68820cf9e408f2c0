import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { filledText, LocaleTag, lazily, nullable, object, oneOf, text } from '../../kernel/index.ts'
import { inOrder } from './in-order.ts'
import {
  FORUM_QUESTION_MAX,
  FORUM_TITLE_MAX,
  FORUMS_MAX,
  JAM_QUESTION_MAX,
  JAM_TITLE_MAX,
  PROMISE_DECIDES_MAX,
  PROMISE_MAX,
} from './limits.ts'

/** Seeds of one forum that a template takes along. */
export const SEEDS_MAX = 30
/** A template's file, in UTF-16 code units. */
export const TEMPLATE_MAX = 240_000

const Minutes = Type.Integer({ minimum: 0, maximum: 5_300_000 })
const Seed = object({ title: filledText(250), body: text(10_000), language: LocaleTag })

/** How a jam is set up, without a word of those who took part, without people and hubs. Times are counted from the opening. */
export const Template = object({
  title: filledText(JAM_TITLE_MAX),
  question: filledText(JAM_QUESTION_MAX),
  guests: Type.Boolean(),
  lobby: oneOf('members', 'link', 'public'),
  /** `days`: from the end of the jam until it is to be answered. */
  promise: nullable(
    object({
      decides: filledText(PROMISE_DECIDES_MAX),
      text: filledText(PROMISE_MAX),
      days: Type.Integer({ minimum: 0, maximum: 3_650 }),
    }),
  ),
  /** Minutes from the opening; null: by hand, or no such phase. */
  phases: object({ rate: nullable(Minutes), closes: nullable(Minutes), archive: nullable(Minutes) }),
  forums: Type.Array(
    object({
      title: filledText(FORUM_TITLE_MAX),
      question: text(FORUM_QUESTION_MAX),
      seeds: Type.Array(Seed, { maxItems: SEEDS_MAX }),
    }),
    { maxItems: FORUMS_MAX },
  ),
})
export type Template = Static<typeof Template>

const TemplateFile = object({
  format: Type.Literal('dandelion-jam-template'),
  version: Type.Literal(1),
  template: Template,
  /** Whose it is: the name of the organisation and the public key of its installation. */
  by: object({ name: text(200), key: text(43, 43) }),
  signature: text(86, 86),
})
export type TemplateFile = Static<typeof TemplateFile>
const file = lazily(() => Compile(TemplateFile))

/** What is signed: everything but the signature, in the order of the schema, whatever spaces the file has. */
export function signedText({ template, by }: Pick<TemplateFile, 'template' | 'by'>): string {
  return JSON.stringify(inOrder(TemplateFile, { format: 'dandelion-jam-template', version: 1, template, by }))
}

/** The text of a file. */
export function writeTemplate(given: Pick<TemplateFile, 'template' | 'by' | 'signature'>): string {
  const whole = { format: 'dandelion-jam-template', version: 1, ...given }
  return `${JSON.stringify(inOrder(TemplateFile, whole), null, 2)}\n`
}

/** Reads what writeTemplate wrote; undefined for anything else. The signature is for the caller to look at. */
export function readTemplate(content: string): TemplateFile | undefined {
  if (content.length > TEMPLATE_MAX || content.includes('\\u0000')) return undefined
  try {
    const value: unknown = JSON.parse(content)
    return file().Check(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** As in phase.ts, which this file stands below. */
type Plan = Readonly<Record<'opensAt' | 'rateAt' | 'closesAt' | 'archiveAt', Date | null>>

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** The dates of a jam as minutes from its opening, or from now where it has none; of one that was ended at once each phase
 *  has a minute. */
export function spansOf(plan: Plan, openedAt: Date | null, now: Date): Template['phases'] {
  const begin = (openedAt ?? plan.opensAt ?? now).getTime()
  let before = 0
  const span = (date: Date | null): number | null => {
    if (!date) return null
    before = Math.max(before + 1, Math.round((date.getTime() - begin) / MINUTE_MS))
    return before
  }
  return { rate: span(plan.rateAt), closes: span(plan.closesAt), archive: span(plan.archiveAt) }
}

/** The dates of a jam that opens then. */
export function planAfter({ rate, closes, archive }: Template['phases'], opensAt: Date): Plan {
  const date = (minutes: number | null): Date | null =>
    minutes === null ? null : new Date(opensAt.getTime() + minutes * MINUTE_MS)
  return { opensAt, rateAt: date(rate), closesAt: date(closes), archiveAt: date(archive) }
}

/** Days from the end of a jam (or now) until the day of its promise card. */
export function promiseDays(by: string, closesAt: Date | null, now: Date): number {
  return Math.max(0, Math.round((Date.parse(by) - dayBegin(closesAt ?? now)) / DAY_MS))
}

/** The day of a promise card so many days after the end. */
export function promiseDay(days: number, closesAt: Date): string {
  return new Date(dayBegin(closesAt) + days * DAY_MS).toISOString().slice(0, 10)
}

const dayBegin = (date: Date): number => Date.parse(date.toISOString().slice(0, 10))
