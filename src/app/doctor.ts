import { type Config, ConfigProblems, type Environment, readConfig } from '../platform/index.ts'
import { checkDatabase } from './doctor/check-database.ts'
import { checkDataDirectory, checkNode, checkPackages, checkWeb } from './doctor/check-machine.ts'
import { checkMail, checkPort, checkPublicUrl } from './doctor/check-network.ts'
import type { Finding } from './doctor/finding.ts'
import { loginSql } from './doctor/login-sql.ts'

export type DoctorIo = { readonly env: Environment; readonly out: NodeJS.WritableStream }

type Check = (config: Config) => Finding | Promise<Finding>

const CHECKS: readonly Check[] = [
  checkNode,
  checkPackages,
  checkDataDirectory,
  checkDatabase,
  checkPort,
  checkPublicUrl,
  checkMail,
  checkWeb,
]

const line = ({ ok, topic, sentence }: Finding): string => `${ok ? 'ok     ' : 'PROBLEM'}  ${topic}: ${sentence}\n`

/** Looks at everything a start needs and changes nothing but what a start would; one line a check. Answers the exit
 *  code: 1 when there is a problem. `--sql` prints, instead, the SQL that makes a login for DATABASE_URL. */
export async function doctor(args: readonly string[], { env, out }: DoctorIo): Promise<number> {
  if (args.includes('--sql')) {
    out.write(loginSql(env.DATABASE_URL))
    return 0
  }
  let config: Config
  try {
    config = readConfig(env)
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error
    for (const problem of error.problems) out.write(line({ ok: false, topic: 'configuration', sentence: problem }))
    return 1
  }
  let problems = 0
  for (const check of CHECKS) {
    const finding = await check(config)
    if (!finding.ok) problems += 1
    out.write(line(finding))
  }
  out.write(problems === 0 ? 'Everything is in order.\n' : `${problems} to put right; each line above says how.\n`)
  return problems === 0 ? 0 : 1
}
