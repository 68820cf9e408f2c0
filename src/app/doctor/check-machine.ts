import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Config, findDataDirectory, findHolder, projectRoot } from '../../platform/index.ts'
import { type Finding, fine, problem } from './finding.ts'

const LEAST_FREE_BYTES = 1_000_000_000

/** Whether this process runs on a Node that has all that is needed (argon2 in node:crypto since 24.7). */
export function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 7)) return fine('Node', process.version)
  return problem('Node', `${process.version} is too old: start with npm start, which brings Node 24.`)
}

/** Whether node_modules is what the lockfile lists; the stamp is what dev/bootstrap.mjs writes last. */
export function checkPackages(): Finding {
  const lockfile = fs.readFileSync(path.join(projectRoot, 'package-lock.json'))
  const wanted = createHash('sha256').update(lockfile).update(`${process.platform} ${process.arch}`).digest('hex')
  const stamp = path.join(projectRoot, 'node_modules', '.dandelion-stamp')
  const found = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8').trim() : ''
  if (found === wanted) return fine('packages', 'as package-lock.json lists them')
  return problem('packages', 'not those of package-lock.json: the next npm start installs them.')
}

/** Whether the web app has been built; a start builds it when its sources changed. */
export function checkWeb(): Finding {
  const isBuilt = fs.existsSync(path.join(projectRoot, 'dist'))
  return fine('web', isBuilt ? 'built' : 'not built yet: npm start builds it')
}

async function describeUse(directory: string): Promise<string> {
  const data = findDataDirectory(directory)
  const holder = data && (await findHolder(data))
  return holder ? `used by ${holder.what} (process ${holder.pid})` : 'not in use'
}

/** Whether the data directory can be written, is closed to other people, and lies on a disk with room. */
export async function checkDataDirectory({ dataDir }: Config): Promise<Finding> {
  const topic = 'data directory'
  if (!fs.existsSync(dataDir)) return fine(topic, `${dataDir} does not exist yet: npm start makes it`)
  const { mode } = fs.statSync(dataDir)
  try {
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
  } catch {
    return problem(topic, `this user may not write in ${dataDir}: give it to this user, or set DANDELION_DATA.`)
  }
  if ((mode & 0o066) !== 0) return problem(topic, `others may list ${dataDir}: chmod go-rw ${dataDir}`)
  const disk = fs.statfsSync(dataDir)
  const freeGb = ((disk.bavail * disk.bsize) / 1e9).toFixed(1)
  if (disk.bavail * disk.bsize < LEAST_FREE_BYTES) {
    return problem(topic, `${freeGb} GB free where ${dataDir} lies: make room, at least 1 GB.`)
  }
  return fine(topic, `${dataDir}, ${freeGb} GB free, ${await describeUse(dataDir)}`)
}
