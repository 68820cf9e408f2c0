import { type Ctx, type Route, routes } from '../platform/index.ts'
import { themesContract } from './contract.ts'
import { findSimilar } from './find-similar.ts'
import { mergeThemes, moveContribution, nameTheme, pinTheme, splitTheme } from './shape-themes.ts'
import { undoAct } from './undo-act.ts'
import { viewTheme, viewThemeContributions, viewThemes, viewUnsorted } from './view-themes.ts'
import type { Engine } from './worker/open-engine.ts'

/** Every route of this module. `engine`: the thread that computes; null where another process computes. */
export function themesRoutes({ engine }: { readonly engine: Engine | null }): Route[] {
  const show = (ctx: Ctx, venueId: string) => viewThemes(ctx, { venueId })
  return routes(themesContract, {
    'GET /api/venues/:venueId/themes': { read: viewThemes },
    'GET /api/venues/:venueId/unsorted': { read: viewUnsorted },
    'GET /api/venues/:venueId/similar': { read: (ctx, input) => findSimilar(engine, ctx, input) },
    'GET /api/themes/:themeId': { read: viewTheme },
    'GET /api/themes/:themeId/contributions': { read: viewThemeContributions },
    'PUT /api/themes/:themeId/name': { write: nameTheme, show },
    'PUT /api/themes/:themeId/pin': { write: pinTheme, show },
    'POST /api/themes/:themeId/merge': { write: mergeThemes, show },
    'POST /api/themes/:themeId/split': { write: splitTheme, show },
    'PUT /api/contributions/:contributionId/theme': { write: moveContribution, show },
    'POST /api/theme-changes/:changeId/undo': { write: undoAct, show },
  })
}
