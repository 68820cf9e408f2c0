export type { LinkMaking } from './invitations.ts'
export { type OrganisationDeps, organisationRoutes } from './routes.ts'
export { mayAdminister, mayLookAfter, mayStartJams } from './rules/may.ts'
export { setupLink } from './set-up.ts'
