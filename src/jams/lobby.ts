import type { ContributionView, ForumView } from '../conversation/contract.ts'
import { viewFeed } from '../conversation/index.ts'
import type { Actor } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { JamView } from './contract.ts'
import { type Viewing, viewJam } from './view-jam.ts'

/** What the lobby's page shows: the jam with its forums, and at most 50 contributions in each of two orders. */
export type LobbyView = {
  readonly jam: JamView
  readonly forums: readonly ForumView[]
  readonly latest: readonly ContributionView[]
  readonly mostActive: readonly ContributionView[]
}

const SHOWN = 50

/** The lobby of a jam for whoever may read it: members, anyone with the link, or everybody. "Not found" for all others. */
export async function lobbyOf(ctx: Ctx<Actor>, viewing: Viewing): Promise<LobbyView> {
  const jam = await viewJam(ctx, viewing)
  const page = async (order: 'recent' | 'active'): Promise<ContributionView[]> => {
    const feed = await viewFeed(ctx, { venueId: viewing.jamId, order, folds: 'all', limit: SHOWN })
    return (JSON.parse(feed.text) as { items: ContributionView[] }).items
  }
  return { jam, forums: jam.forums, latest: await page('recent'), mostActive: await page('active') }
}
