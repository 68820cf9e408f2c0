/** The limits of polls: apart from the contract, so that the web need not load its schemas. */
export const QUESTION_MAX = 300
export const OPTION_MAX = 200
export const OPTIONS_MIN = 2
export const OPTIONS_MAX = 12
/** In one jam. */
export const POLLS_MAX = 200
