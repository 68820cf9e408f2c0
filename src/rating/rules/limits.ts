/** Lengths of an idea's sentence, in UTF-16 code units. */
export const SENTENCE_MIN = 10
export const SENTENCE_MAX = 200
/** Contributions that one idea may come from. */
export const SOURCES_MAX = 50
/** Ideas of a page. */
export const IDEAS_PAGE_MAX = 50
/** Ideas of a jam: more than anybody can decide on, and as many as can be answered one by one. */
export const IDEAS_MAX = 800
/** Ideas of one ballot: about five minutes. Where there are hardly more, everybody is given all. */
export const BALLOT_LENGTH = 24
export const ALL_UP_TO = 30
/** Ideas dealt at once: who goes away leaves no more than these unanswered. */
export const HAND_SIZE = 4
/** Results of a page. */
export const RESULTS_PAGE_MAX = 50
