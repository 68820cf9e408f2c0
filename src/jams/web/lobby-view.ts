import type { ContributionView, ForumView, ThreadView } from '../../conversation/contract.ts'
import type { JamView } from '../contract.ts'

/** What the lobby shows, and how its own links are written. */
export type LobbyProps = {
  readonly view: {
    readonly jam: JamView
    readonly forums: readonly ForumView[]
    readonly latest: readonly ContributionView[]
    readonly mostActive: readonly ContributionView[]
  }
  readonly order: 'recent' | 'active'
  readonly links: LobbyLinks
}

export type LobbyThreadProps = {
  readonly jam: JamView
  readonly thread: ThreadView
  readonly links: LobbyLinks
}

/** The query that every link inside the lobby carries on: the lobby's secret and the chosen language. */
export type LobbyLinks = {
  readonly jamId: string
  readonly link: string | undefined
  readonly language: string | undefined
}

type Query = Readonly<Record<string, string | undefined>>

/** The address of the lobby, or of a thread in it. */
export function lobbyPath({ jamId, link, language }: LobbyLinks, threadId?: string, more: Query = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ link, language, ...more })) if (value) query.set(name, value)
  const path = threadId ? `/lobby/${jamId}/threads/${threadId}` : `/lobby/${jamId}`
  return query.size > 0 ? `${path}?${query}` : path
}
