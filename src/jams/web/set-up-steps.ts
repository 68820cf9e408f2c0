/** The steps of the set-up, in the order they are offered. */
export const steps = ['question', 'promise', 'forums', 'seeds', 'dates', 'audience', 'open'] as const
export type StepName = (typeof steps)[number]

export const isStep = (word: string | undefined): word is StepName => steps.some((step) => step === word)

/** The step after this one, or undefined at the end. */
export function stepAfter(step: StepName): StepName | undefined {
  return steps[steps.indexOf(step) + 1]
}
