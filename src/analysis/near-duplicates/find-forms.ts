import type { BandTable } from './band-table.ts'
import { compareFeatures, mostKept } from './compare-features.ts'
import type { FormPool } from './form-pool.ts'
import { permutations } from './sign-features.ts'

/** A form is a set of features that one or several texts have in common. */
export type FoundForm = { readonly form: number; readonly similarity: number }

/** So many candidates are compared in full, those with the likest signatures. */
const mostCompared = 64
/** Signatures err by .056 (standard deviation): 3.5 of these below the threshold nothing is lost. */
const signatureError = 0.2

type Candidate = { readonly form: number; readonly agreeing: number }

export type FormSearch = {
  /** Forms at least `threshold` similar, most similar first, ties by age. */
  find(features: Uint32Array, signature: Uint32Array): FoundForm[]
}

export function openFormSearch(table: BandTable, pool: FormPool, threshold: number): FormSearch {
  let seen = new Uint8Array(1024)
  const least = Math.ceil((threshold - signatureError) * permutations)

  function meet(signature: Uint32Array): number[] {
    if (seen.length < table.rows) seen = new Uint8Array(table.rows * 2)
    const met: number[] = []
    table.visit(signature, (form) => {
      if (seen[form] === 1) return
      seen[form] = 1
      met.push(form)
    })
    for (const form of met) seen[form] = 0
    return met
  }

  return {
    find(features, signature) {
      const kept = features.subarray(0, mostKept)
      const candidates = meet(signature)
        .map((form) => ({ form, agreeing: countAgreeing(table.signatures, form, signature) }))
        .filter(({ agreeing }) => agreeing >= least)
      return closest(candidates)
        .map(({ form }) => ({ form, similarity: compareFeatures(kept, pool.at(form)) }))
        .filter(({ similarity }) => similarity >= threshold)
        .sort((a, b) => b.similarity - a.similarity || a.form - b.form)
    },
  }
}

function closest(candidates: Candidate[]): Candidate[] {
  if (candidates.length <= mostCompared) return candidates
  return candidates.sort((a, b) => b.agreeing - a.agreeing || a.form - b.form).slice(0, mostCompared)
}

function countAgreeing(signatures: Uint32Array, form: number, signature: Uint32Array): number {
  const offset = form * permutations
  let agreeing = 0
  for (let at = 0; at < permutations; at++) if (signatures[offset + at] === signature[at]) agreeing++
  return agreeing
}
