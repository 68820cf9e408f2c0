/** Letters of what is searched, as typed. */
export const WORDS_MAX = 200
/** Words and phrases beyond these are not looked for. */
export const TERMS_MAX = 10
/** Found on one page. */
export const PAGE = 20
/** Letters of a contribution that a result shows, around what was found. */
export const EXCERPT_MAX = 280
