/** The limits of a jam's set-up: apart from the contract, so that the web need not load its schemas. Lengths in UTF-16 code units. */
export const JAM_TITLE_MAX = 120
export const JAM_QUESTION_MAX = 300
export const PROMISE_DECIDES_MAX = 200
export const PROMISE_MAX = 2000
export const FORUM_TITLE_MAX = 200
export const FORUM_QUESTION_MAX = 1000
export const FORUMS_MAX = 50
export const REASON_MAX = 500
/** Ideas that were merged into one, withdrawn ones too. */
export const IDEA_MERGED_MAX = 50
/** Contributions that an idea comes from with all that was merged into it, whatever their authors said. */
export const IDEA_LINEAGE_MAX = 500
