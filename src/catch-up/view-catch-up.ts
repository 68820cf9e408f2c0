import type { Ctx } from '../platform/index.ts'
import type { CatchUpView } from './contract.ts'
import { byTime, type Since, yesterdayEvening } from './rules/anchor.ts'
import { arrange, type SectionKey } from './rules/arrange.ts'
import { describe, type Speech } from './rules/describe.ts'
import { gather, textsNeeded } from './rules/gather.ts'
import { MINUTES_DEFAULT } from './rules/limits.ts'
import type { PlaceRow } from './rules/material.ts'
import { findNews } from './store/news.ts'
import { findNotices } from './store/notices.ts'
import { findTextsFor } from './store/pieces.ts'

export type AskCatchUp = {
  readonly jamId?: string
  readonly minutes?: number
  readonly since?: Since
  readonly only?: SectionKey
  /** An instant instead of an anchor: the last digest. */
  readonly from?: Date
  /** False keeps nothing for the least heard: the control of the tests; no route takes it. */
  readonly reserved?: boolean
}

/** What the asker missed, within her minutes. Three statements in two round trips, whatever the size of her jams; reading
 *  it marks nothing as read. A jam she may not see is one without anything new. */
export async function viewCatchUp(ctx: Ctx, input: AskCatchUp): Promise<CatchUpView> {
  const { jamId = null, since = 'seen', only, from, reserved = true } = input
  const at = from ?? (since === 'yesterday' ? yesterdayEvening(ctx.now, ctx.actor.timeZone) : byTime(ctx.now))
  const asked = { jamId, since: from ? ('yesterday' as const) : since, at, now: ctx.now }
  const [standing, notices] = await Promise.all([findNews(ctx.tx, asked), findNotices(ctx.tx, asked)])
  const texts = await findTextsFor(ctx.tx, textsNeeded(standing, notices))
  const minutes = input.minutes ?? standing.minutes ?? MINUTES_DEFAULT
  const arranged = arrange(gather(standing, notices, texts), { minutes, only, reserved })
  const describing = { jams: standing.jams, themes: themesOf(standing.places), speech: speechOf(ctx) }
  const { kept, cursor } = standing
  return { minutes, since, kept, ...describe(arranged, describing), cursor, readAt: ctx.now.toISOString() }
}

/** How the asker is spoken to. */
export function speechOf({ say, actor }: Pick<Ctx, 'say' | 'actor'>): Speech {
  return { say, language: actor.locale, timeZone: actor.timeZone }
}

function themesOf(places: readonly PlaceRow[]) {
  return new Map(
    places.flatMap(({ themeId, name, followed }) =>
      themeId ? [[themeId, { name: name ?? '', followed }] as const] : [],
    ),
  )
}
