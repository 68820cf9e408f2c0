/** The limits of what people write: apart from the contract, so that the web need not load its schemas. Lengths in UTF-16 code units. */
export const TITLE_MAX = 250
/** From here on the composer counts down: a title is a line, not a paragraph. */
export const TITLE_COUNTER_FROM = 120
export const BODY_MAX = 10_000
/** The most replies in one answer, and the most that stand in the page at once. */
export const PAGE_MAX = 300
export const PAGE_DEFAULT = 100
/** The most contributions fetched by id at once. */
export const DELTA_MAX = 100
/** Of one meeting's sheet. */
export const PLACE_MAX = 120
export const SAID_MAX = 20
export const MEETING_PEOPLE_MAX = 100_000
/** Of one venue. */
export const MEETINGS_MAX = 500
