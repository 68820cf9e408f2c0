/** As many contributions one act may name. */
export const ACT_IDS_MAX = 5_000
export const ACTS_SHOWN = 50
export const FOLD_PAGE_MAX = 100
/** As many folds are asked for at once. */
export const FOLDS_ASKED_MAX = 100
/** Below this many supporters nobody may learn whom a fold shares with another contribution. */
export const LEAST_SUPPORTERS = 5
