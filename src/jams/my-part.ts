import { type Ctx, decodeKey, encodeKey, isPlace } from '../platform/index.ts'
import type { MyPart } from './contract.ts'
import { jamFor } from './find-jam.ts'
import { notOfThisList } from './list-jams.ts'
import { findMyFavouritesFor, findMyItemsFor, findMyTotals, type MyItem } from './store/my-part.ts'

export const ANSWERS_SHOWN = 50
export const FAVOURITES_SHOWN = 300
const PAGE = 30

/** All a person wrote in a jam with answers and votes, newest first, and what they kept of others. Four statements for a
 *  page, however much it holds. Drafts are nobody's part yet. */
export async function viewMyPart(ctx: Ctx, input: { jamId: string; before?: string }): Promise<MyPart> {
  const jam = await jamFor(ctx, input.jamId)
  const mine = { venueId: jam.id, personId: ctx.actor.personId }
  const before = input.before === undefined ? undefined : placeOf(input.before)
  const items = await findMyItemsFor(ctx.tx, ctx.actor, { ...mine, before, limit: PAGE, answers: ANSWERS_SHOWN })
  const favourites = await findMyFavouritesFor(ctx.tx, ctx.actor, { ...mine, limit: FAVOURITES_SHOWN })
  return {
    written: items.map(({ view, answers }) => ({ contribution: view, answers: answers.map((answer) => answer.view) })),
    next: items.length === PAGE ? keyOf(items.at(-1)) : null,
    favourites: favourites.map((favourite) => favourite.view),
    ...(await findMyTotals(ctx.tx, mine)),
  }
}

const WHOLE_PAGE = 100
const WHOLE_MAX = 5_000

/** A person's writing in a jam, oldest first, for a download: the latest 5,000 when there is more (`cut`). */
export async function findWholePart(ctx: Ctx, jamId: string): Promise<{ written: MyItem[]; cut: boolean }> {
  const all: MyItem[] = []
  let before: { at: string; id: string } | undefined
  do {
    const page = { venueId: jamId, personId: ctx.actor.personId, before, limit: WHOLE_PAGE, answers: ANSWERS_SHOWN }
    const items = await findMyItemsFor(ctx.tx, ctx.actor, page)
    const last = items.length === WHOLE_PAGE ? items.at(-1) : undefined
    before = last && { at: last.view.postedAt, id: last.view.id }
    all.push(...items)
  } while (before && all.length < WHOLE_MAX)
  return { written: all.reverse(), cut: before !== undefined }
}

function keyOf(item: MyItem | undefined): string | null {
  return item ? encodeKey(item.view.postedAt, item.view.id) : null
}

function placeOf(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = decodeKey(cursor)
  if (!isPlace(at, id)) throw notOfThisList()
  return { at, id }
}
