// What a catch-up is made of: read from the database for one person, arranged by arrange.ts.

/** One contribution or reply, cut to the sentence that would be quoted. */
export type Piece = {
  readonly id: string
  readonly threadId: string
  readonly jamId: string
  /** Null: it stands in no theme. */
  readonly themeId: string | null
  readonly kind: string
  readonly sentence: string
  readonly authorId: string | null
  readonly author: string | null
  readonly hub: string | null
  readonly language: string
  readonly favourite: boolean
  /** The reader wrote or has read it. */
  readonly isRead: boolean
  /** Said after the anchor, not by the reader, and not read by her. */
  readonly isNew: boolean
  /** Greatest likeness to what the reader has read, in [0, 1]. */
  readonly likeRead: number
}

/** What is new in one theme (or in none: `themeId` null) since the reader's anchor there. */
export type ThemeNews = {
  readonly jamId: string
  readonly themeId: string | null
  readonly name: string
  readonly language: string
  /** The anchor: ISO 8601. */
  readonly since: string
  /** Distinct people who said something since; so their hubs and languages. */
  readonly people: number
  readonly hubs: number
  readonly languages: number
  /** Contributions and replies since, without the reader's own and those she has read. */
  readonly said: number
  readonly followed: boolean
  /** The reader has written in it. */
  readonly own: boolean
  /** She has read something of it before. */
  readonly met: boolean
  /** How many people have read what each of its people wrote, on average. */
  readonly heardBy: number
  /** People in the last hour against its usual hour; 1 where it is not rising. */
  readonly lift: number
  /** Texts that can be quoted, best first. */
  readonly quotes: readonly Piece[]
  readonly builds: readonly Piece[]
  readonly objections: readonly Piece[]
}

/** A line about something that happened, with the text it is about where there is one. */
export type Notice = {
  readonly key: string
  readonly jamId: string
  readonly themeId: string | null
  /** Key of the catalogue and its values, such as `reply-to-you`. */
  readonly reason: string
  readonly values: Readonly<Record<string, string | number>>
  readonly piece: Piece | null
}

/** Everything that a person's catch-up may be made of. */
export type Material = {
  readonly toYou: readonly Notice[]
  readonly clocks: readonly Notice[]
  /** Contributions of followed forums, people, hubs and words. */
  readonly followed: readonly Notice[]
  readonly themes: readonly ThemeNews[]
  readonly turns: readonly Notice[]
  /** Contributions that few have read, least read first. */
  readonly seldomRead: readonly Notice[]
  /** Questions that wait for an answer, the best fitting first. */
  readonly waysIn: readonly Notice[]
  /** Languages of at least 2 % of the people in a jam. */
  readonly languages: readonly string[]
}

// What is read from the database, before it becomes material (gather.ts).

export type JamRow = {
  readonly id: string
  readonly title: string
}

/** A place (a theme; the jam itself for what stands in none) with what is new in it; ids of texts, best first. */
export type PlaceRow = {
  readonly jamId: string
  readonly placeId: string
  readonly themeId: string | null
  readonly name: string | null
  readonly language: string | null
  readonly since: string
  readonly said: number
  readonly people: number
  readonly hubs: number
  readonly languages: number
  readonly own: boolean
  readonly met: boolean
  readonly followed: boolean
  readonly heardBy: number
  readonly lift: number
  /** Share that agrees now, and at the anchor; null where too few voted. */
  readonly agreement: number | null
  readonly before: number | null
  readonly quotes: readonly string[]
  readonly builds: readonly string[]
  readonly objections: readonly string[]
}

/** What the person chose for good, and what holds for the whole list. */
export type Standing = {
  readonly minutes: number | null
  readonly kept: boolean
  readonly cursor: number
  readonly languages: readonly string[]
  readonly jams: readonly JamRow[]
  readonly places: readonly PlaceRow[]
}

/** Something to tell; `id`: the text it is about; null where there is none. */
export type NoticeRow = {
  readonly section: 'to-you' | 'clocks' | 'followed' | 'turns' | 'seldom' | 'way-in'
  readonly reason: string
  readonly key: string
  readonly jamId: string
  readonly themeId: string | null
  readonly id: string | null
  readonly values: Readonly<Record<string, string | number>>
}

/** A text as it stands now; `recent`: one of those that the reader read last. */
export type TextRow = {
  readonly id: string
  readonly threadId: string
  readonly jamId: string
  readonly placeId: string
  readonly themeId: string | null
  readonly kind: string
  readonly title: string | null
  readonly body: string
  readonly authorId: string | null
  readonly author: string | null
  readonly hub: string | null
  readonly language: string
  readonly favourite: boolean
  readonly mine: boolean
  readonly read: boolean
  readonly recent: boolean
  readonly postedAt: string
}
