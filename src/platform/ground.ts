// What stands before anything else is loaded: settings, the data directory and its holder, PostgreSQL. A start begins with it
// alone (70 modules of 2,200), so that PostgreSQL comes up while the rest is loaded; a thread needs no more of the platform.
export { type Claim, claimDirectory, DataInUse, findHolder, type Holder } from './claim-directory.ts'
export { type Command, type CommandEnv, WrongUsage } from './command.ts'
export { type Config, ConfigProblems, type Environment, projectRoot, readConfig } from './config.ts'
export { findDataDirectory, openDataDirectory } from './data-directory.ts'
export { type Database, openDatabase } from './database.ts'
export { connectionOf } from './database-url.ts'
export { migrate } from './migrate.ts'
export { emit } from './outbox.ts'
export { removeDataDirectory } from './postgres/remove-data-directory.ts'
export { type RunningPostgres, startPostgres } from './postgres/start-postgres.ts'
export type { Tx } from './transaction.ts'
