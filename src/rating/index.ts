export { ratingRoutes } from './routes.ts'
export type { IdeaName } from './store/ideas.ts'
export { ideasFor } from './view-ideas.ts'
