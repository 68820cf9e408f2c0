/** What one check of the doctor found. The sentence of a problem says what to do. */
export type Finding = { readonly topic: string; readonly ok: boolean; readonly sentence: string }

/** The finding "all is well". */
export const fine = (topic: string, sentence: string): Finding => ({ topic, ok: true, sentence })

/** The finding of a problem. */
export const problem = (topic: string, sentence: string): Finding => ({ topic, ok: false, sentence })
