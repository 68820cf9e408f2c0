/** So many people other than its author shall have read a contribution before ranking may bury it. With eight readers a
 *  contribution that a third of people would answer stays unnoticed in 4 of 100 cases ((2/3)^8); with four in 20. */
export const EXPOSURE_FLOOR = 8
/** Places kept in a ranked list of five for what is below the floor. */
export const KEPT_PLACES = 2
/** The most contributions of one batch of reading. */
export const BATCH_MAX = 100
