/** People of a rehearsal. */
export const PEOPLE_MIN = 10
export const PEOPLE_MAX = 5_000
