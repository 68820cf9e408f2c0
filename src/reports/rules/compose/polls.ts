import type { CountedPoll } from '../corpus.ts'
import type { ReportPoll, ReportTheme } from '../report.ts'

/** Polls as a report tells them, each in the theme it was asked about, or in which its thread stands. */
export function pollsOf(
  polls: readonly CountedPoll[],
  themes: readonly Pick<ReportTheme, 'id' | 'ideas'>[],
): ReportPoll[] {
  const ids = new Set(themes.map(({ id }) => id))
  const themeOf = new Map(themes.flatMap(({ id, ideas }) => ideas.map((idea) => [idea, id] as const)))
  return polls.map(({ place, of, options, result, ...poll }) => ({
    ...{ id: poll.id, kind: poll.kind, question: poll.question, endedAt: poll.endedAt },
    theme: place === 'thread' ? (themeOf.get(of) ?? null) : ids.has(of) ? of : null,
    thread: place === 'thread' ? of : null,
    people: result?.people ?? null,
    options: result
      ? result.options.map(({ option, rank, votes }) => ({ text: options[option] ?? '', rank, votes }))
      : options.map((text) => ({ text, rank: null, votes: null })),
  }))
}
