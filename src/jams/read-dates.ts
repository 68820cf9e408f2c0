import { Refusal } from '../kernel/index.ts'
import type { Dates } from './contract.ts'
import type { Plan } from './rules/phase.ts'

/** An instant of a request. The schema has checked its form; a leap second or a thirtieth of February is no instant.
 *  Throws Refusal 400. */
export function instantOf(text: string, field: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw notADate(field)
  return date
}

export function planFrom(dates: Dates): Plan {
  const read = (field: keyof Dates): Date | null => (dates[field] === null ? null : instantOf(dates[field], field))
  return { opensAt: read('opensAt'), rateAt: read('rateAt'), closesAt: read('closesAt'), archiveAt: read('archiveAt') }
}

/** A day of the calendar, as YYYY-MM-DD. Throws Refusal 400 for one that does not exist. */
export function dayOf(text: string, field: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw notADate(field)
  return text
}

function notADate(field: string): Refusal {
  return new Refusal('bad-request', {
    status: 400,
    values: { field: `body/${field}`, problem: 'is not a date that exists' },
  })
}
