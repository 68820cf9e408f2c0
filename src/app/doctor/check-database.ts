import {
  type Config,
  connectionOf,
  type DatabaseState,
  findDataDirectory,
  inspectDatabase,
} from '../../platform/index.ts'
import { runWithStore } from '../run-with-store.ts'
import { type Finding, fine, problem } from './finding.ts'

const TOPIC = 'PostgreSQL'

function judge(state: DatabaseState): Finding {
  if (state.unguarded.length > 0) {
    const tables = state.unguarded.join(', ')
    return problem(TOPIC, `row-level security is off on ${tables}: alter table ... enable row level security.`)
  }
  const pending = state.pendingMigrations.length
  const roles = state.missingRoles.length === 0 ? 'roles are there' : 'npm start makes the roles'
  const tables = pending === 0 ? 'tables are up to date' : `npm start brings the tables up to date (${pending} steps)`
  return fine(TOPIC, `${state.version}; ${roles}, ${tables}, row-level security is on`)
}

/** Whether the database can be reached and is as a start needs it. Our own is started for the look when it does not run;
 *  one that was never made is not made for it. */
export async function checkDatabase(config: Config): Promise<Finding> {
  try {
    if (config.databaseUrl !== undefined) return judge(await inspectDatabase(connectionOf(config.databaseUrl)))
    const data = findDataDirectory(config.dataDir)
    if (data === undefined) return fine(TOPIC, 'no database yet: npm start makes it')
    return judge(await runWithStore({ config, what: 'dandelion doctor', tell: () => {} }, inspectDatabase))
  } catch (error) {
    return problem(TOPIC, (error as Error).message)
  }
}
