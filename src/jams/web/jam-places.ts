import type { Places } from '../../conversation/web/index.ts'

/** The addresses of a jam's pages. */
export const jamPath = (
  jamId: string,
  part?:
    | ('forums' | 'themes' | 'opinions' | 'ideas' | 'rate' | 'results')
    | ('report' | 'decisions' | 'mine' | 'about' | 'host' | 'set-up' | 'rehearsal')
    | ('meetings' | 'reach'),
): string => (part ? `/jams/${jamId}/${part}` : `/jams/${jamId}`)

/** What was said in a jam, by its words. */
export const searchPath = (jamId: string, words?: string): string =>
  `/search?${new URLSearchParams({ ...(words && { q: words }), jam: jamId })}`

/** Where conversation finds its threads and forums in a jam. */
export function placesOf(jamId: string, isHost = false): Places {
  return {
    venueId: jamId,
    isHost,
    thread: (threadId, { at, reply } = {}) => {
      const query = new URLSearchParams({ ...(at && { at }), ...(reply && { reply }) })
      return `/jams/${jamId}/threads/${threadId}${query.size > 0 ? `?${query}` : ''}`
    },
    forum: (forumId) => `/jams/${jamId}/forums/${forumId}`,
    signIn: () => `/sign-in?to=${encodeURIComponent(`/jams/${jamId}`)}`,
  }
}

/** Where a fold of a jam stands, by one of its contributions. */
export const foldPlacesOf =
  (jamId: string) =>
  (contributionId: string): string =>
    `/jams/${jamId}/folds/${contributionId}`

/** Where the pages of themes stand below the address of all themes. */
export const themePlacesOf = (all: string) => ({
  theme: (themeId: string): string => `${all}/${themeId}`,
  unsorted: `${all}?part=unsorted`,
  seldom: `${all}?part=seldom`,
  families: `${all}?part=families`,
  glossary: `${all}?part=glossary`,
})
