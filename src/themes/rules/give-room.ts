import { voices } from '../../analysis/index.ts'
import { EXPOSURE_FLOOR, KEPT_PLACES } from '../../reading/contract.ts'

/** Something ranked with the people who have read it, as far as that matters to whoever asks. */
export type Ranked = { readonly people: number }

/** The first `page` of what was ranked, with places kept for what is below the exposure floor. `ranked` needs to hold only its
 *  first `page` and as many of the least read. */
export function giveRoom<T extends Ranked>(ranked: readonly T[], page: number): T[] {
  const rule = { exposures: ({ people }: T) => people, floor: EXPOSURE_FLOOR, slots: KEPT_PLACES, page }
  return voices.withExposureFloor(ranked, rule).slice(0, page)
}
