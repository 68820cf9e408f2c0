import { detectLanguage } from '../analysis/index.ts'
import type { Actor } from '../kernel/index.ts'
import type { Venue } from './rules/may.ts'

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag

/** The language something is written in. Where letters alone do not tell (a few words), the languages of the venue's hub
 *  and of the author weigh in. */
export function languageOf(text: string, venue: Venue, actor: Actor): string {
  return detectLanguage(text, [...new Set([...venue.locales, actor.locale].map(primary))]).language
}
