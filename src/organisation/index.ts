export { organisationCrontab, organisationTasks } from './jobs.ts'
export { type OrganisationDeps, organisationRoutes } from './routes.ts'
export { setupLink } from './set-up.ts'
export { viewMe } from './view-me.ts'
