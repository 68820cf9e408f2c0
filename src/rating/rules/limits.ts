/** Lengths of an idea's sentence, in UTF-16 code units. */
export const SENTENCE_MIN = 10
export const SENTENCE_MAX = 200
/** Contributions that one idea may come from. */
export const SOURCES_MAX = 50
/** Ideas of a page. */
export const IDEAS_PAGE_MAX = 50
/** Ideas of a jam: more than anybody can decide on, and as many as results are made for in time. */
export const IDEAS_MAX = 2_000
