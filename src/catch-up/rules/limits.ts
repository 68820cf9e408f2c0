/** How long a person wants to read, in minutes. */
export const MINUTES = [2, 10, 30] as const
export const MINUTES_DEFAULT = 10
/** What an adult reads in a minute. */
export const WORDS_A_MINUTE = 220

/** Followed things of one person. */
export const FOLLOWS_MAX = 500
export const WORD_MAX = 60
/** Cards of one section, themes named among the remainders, places a person belongs to. */
export const CARDS_MAX = 300
export const REMAINDERS_MAX = 1_000
export const JAMS_MAX = 50
/** Only this many themes are looked at closely; the others are counted among the remainders. */
export const THEMES_CONSIDERED = 40
/** The text form stays below this many bytes. */
export const TEXT_BYTES_MAX = 50_000
