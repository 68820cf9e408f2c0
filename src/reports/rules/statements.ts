/** What a sentence of a report may be. `opinion`: it says what people think, so it cites. `quantified`: it has a word for
 *  a share of people (few, some, many, most), their number and at least three authors. `single`: too few authors for that,
 *  and the sentence says so. Every kind has a longer and a shorter wording; hosts choose. */
export const statementKinds = {
  subject: { opinion: true, quantified: true },
  agree: { opinion: true, quantified: true },
  disagree: { opinion: true, quantified: true },
  object: { opinion: true, quantified: true },
  'object-single': { opinion: true, single: true },
  build: { opinion: true, quantified: true },
  'build-single': { opinion: true, single: true },
  ask: { opinion: true },
  single: { opinion: true, single: true },
} as const satisfies Record<string, StatementKind>

export type StatementKind = { readonly opinion: boolean; readonly quantified?: true; readonly single?: true }
export type StatementKey = keyof typeof statementKinds

export const statementKeys = Object.keys(statementKinds) as StatementKey[]

export function kindOf(key: StatementKey): StatementKind {
  return statementKinds[key]
}
