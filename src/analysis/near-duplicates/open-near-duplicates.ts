import { openBandTable } from './band-table.ts'
import { mostKept } from './compare-features.ts'
import { findFeatures } from './find-features.ts'
import { type FoundForm, openFormSearch } from './find-forms.ts'
import { type Compared, findQuotation, type Quotation, quotesOther } from './find-quotation.ts'
import { openFormPool } from './form-pool.ts'
import { openFormTexts } from './form-texts.ts'
import { openMinHash, permutations } from './sign-features.ts'

/** Texts of at least this Jaccard similarity of their features are near-duplicates. */
export const nearDuplicateThreshold = 0.6

/** A text that is nearly the same. `id` is the earliest of the `copies` that have exactly the same features (texts that
 *  differ in case, accents or punctuation alone); `similarity` is the Jaccard similarity of the features, in [0, 1]. */
export type NearDuplicate<Id> = { readonly id: Id; readonly similarity: number; readonly copies: number }

/** `threshold` is a similarity above .2; at most `most` near-duplicates are named at a time, 20 when absent. */
export type NearDuplicateOptions = {
  readonly seed?: number | undefined
  readonly threshold?: number | undefined
  readonly most?: number | undefined
}

/** A growing set of texts that knows which of them are nearly the same. */
export type NearDuplicates<Id> = {
  /** Takes a text and answers with its near-duplicates among those already there, most similar first, ties by age. An id
   *  that is already there takes the new text, as the youngest. An empty text has none and is nobody's. */
  add(id: Id, text: string): NearDuplicate<Id>[]
  /** Takes a text only when it has no near-duplicate; answers with the nearest when it has. */
  addUnlessNear(id: Id, text: string): NearDuplicate<Id> | undefined
  /** The same as `add` without taking the text. */
  find(text: string): NearDuplicate<Id>[]
  /** Takes a text out; false when it is not there. Its features stay in memory as long as the index. */
  remove(id: Id): boolean
  /** Number of texts in it, empty ones left out. */
  readonly size: number
}

/**
 * Opens an empty index: MinHash with 80 hash functions over the features of `findFeatures`, 20 bands of 4, each candidate
 * compared in full. A text that quotes another and adds words of its own is no near-duplicate of it: it may well reject it.
 * The answer depends on the texts, their order and the seed alone.
 * Cost: about .1 ms a text of 300 characters, whatever the number of texts and copies. Memory: at most 2.7 kB for each
 * text with features of its own (twice that where it quotes), copies about .1 kB.
 */
export function openNearDuplicates<Id extends string | number>(options: NearDuplicateOptions = {}): NearDuplicates<Id> {
  const { seed = 0, threshold = nearDuplicateThreshold, most = 20 } = options
  const minHash = openMinHash(seed)
  const table = openBandTable()
  const pool = openFormPool()
  const search = openFormSearch(table, pool, threshold)
  const texts = openFormTexts<Id>()
  const quotations = new Map<number, Quotation>()
  const signature = new Uint32Array(permutations)

  function findForms(asked: Compared): FoundForm[] {
    if (asked.features.length === 0) return []
    minHash.sign(asked.features, signature, 0)
    return search.find(asked.features, signature).filter(({ form }) => !isQuoting(asked, form))
  }

  function isQuoting({ features, quotation }: Compared, form: number): boolean {
    const kept = { features: pool.at(form), quotation: quotations.get(form) }
    if (quotation === undefined && kept.quotation === undefined) return false
    const asked = { features: features.subarray(0, mostKept), quotation }
    return quotesOther(asked, kept) || quotesOther(kept, asked)
  }

  function name(found: readonly FoundForm[]): NearDuplicate<Id>[] {
    const named: NearDuplicate<Id>[] = []
    for (const { form, similarity } of found) {
      const first = texts.of(form)
      if (first !== undefined) named.push({ ...first, similarity })
      if (named.length === most) break
    }
    return named
  }

  /** The form that has the very same features, or a new one. */
  function formOf({ features, quotation }: Compared, found: readonly FoundForm[]): number {
    const same = found.find(({ form, similarity }) => similarity === 1 && isSame(pool.at(form), features))
    if (same) return same.form
    table.reserve()
    table.signatures.set(signature, table.rows * permutations)
    table.commit()
    pool.push(features)
    if (quotation !== undefined) quotations.set(table.rows - 1, quotation)
    return table.rows - 1
  }

  function take(id: Id, text: string, mayTake: (named: readonly NearDuplicate<Id>[]) => boolean): NearDuplicate<Id>[] {
    texts.remove(id)
    const asked = comparedOf(text)
    const found = findForms(asked)
    const named = name(found)
    if (asked.features.length > 0 && mayTake(named)) texts.add(id, formOf(asked, found))
    return named
  }

  return {
    add: (id, text) => take(id, text, () => true),
    addUnlessNear: (id, text) => take(id, text, (named) => named.length === 0)[0],
    find: (text) => name(findForms(comparedOf(text))),
    remove: (id) => texts.remove(id),
    get size() {
      return texts.size
    },
  }
}

const comparedOf = (text: string): Compared => ({ features: findFeatures(text), quotation: findQuotation(text) })

function isSame(kept: Uint32Array, features: Uint32Array): boolean {
  return kept.length === Math.min(features.length, mostKept)
}
