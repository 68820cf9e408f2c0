/** The limits of answers and promises: apart from the contract, so that the web need not load its schemas. */
export const DECIDERS_MAX = 20
export const ANSWER_REASON_MAX = 4_000
export const BUDGET_MAX = 200
export const NOTE_MAX = 4_000
export const MATTER_NAME_MAX = 500
export const MATTERS_MAX = 1_000
export const VERSIONS_MAX = 100
