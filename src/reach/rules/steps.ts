/** The steps that people take, each after the one before it. */
export const STEPS = ['invited', 'opened', 'read', 'voted', 'wrote', 'again'] as const
export type Step = (typeof STEPS)[number]
