export { themesRoutes } from './routes.ts'
export { startThemes } from './start-themes.ts'
export { type Engine, openEngine } from './worker/open-engine.ts'
