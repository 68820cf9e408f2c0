import { type Ctx, type Route, routes } from '../platform/index.ts'
import { familiesContract, themesContract } from './contract.ts'
import { findSimilar } from './find-similar.ts'
import { judgeKin } from './judge-kin.ts'
import { addEntry, changeEntry, removeEntry, sayLanguages } from './keep-glossary.ts'
import { mergeThemes, moveContributions, nameTheme, pinTheme, splitTheme } from './shape-themes.ts'
import { undoAct } from './undo-act.ts'
import { viewFamilies } from './view-families.ts'
import { viewTheme, viewThemeContributions, viewThemes, viewUnsorted } from './view-themes.ts'
import type { Engine } from './worker/open-engine.ts'

/** Every route of this module. `engine`: the thread that computes; null where another process computes. */
export function themesRoutes({ engine }: { readonly engine: Engine | null }): Route[] {
  const show = (ctx: Ctx, venueId: string) => viewThemes(ctx, { venueId })
  const ofThemes = routes(themesContract, {
    'GET /api/venues/:venueId/themes': { read: viewThemes },
    'GET /api/venues/:venueId/unsorted': { read: viewUnsorted },
    'POST /api/venues/:venueId/similar': { read: (ctx, input) => findSimilar(engine, ctx, input) },
    'GET /api/themes/:themeId': { read: viewTheme },
    'GET /api/themes/:themeId/contributions': { read: viewThemeContributions },
    'PUT /api/themes/:themeId/name': { write: nameTheme, show },
    'PUT /api/themes/:themeId/pin': { write: pinTheme, show },
    'POST /api/themes/:themeId/merge': { write: mergeThemes, show },
    'POST /api/themes/:themeId/split': { write: splitTheme, show },
    'PUT /api/venues/:venueId/theme-places': { write: moveContributions, show },
    'POST /api/theme-changes/:changeId/undo': { write: undoAct, show },
  })
  return [...ofThemes, ...familyRoutes()]
}

function familyRoutes(): Route[] {
  const show = (ctx: Ctx, venueId: string) => viewFamilies(ctx, { venueId })
  return routes(familiesContract, {
    'GET /api/venues/:venueId/families': { read: viewFamilies },
    'PUT /api/venues/:venueId/languages-i-read': { write: sayLanguages, show },
    'PUT /api/themes/:themeId/kin/:otherId': { write: judgeKin, show },
    'POST /api/venues/:venueId/glossary': { write: addEntry, show },
    'PUT /api/glossary/:entryId': { write: changeEntry, show },
    'DELETE /api/glossary/:entryId': { write: removeEntry, show },
  })
}
