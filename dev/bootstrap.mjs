// Runs under the host's own Node (18 or newer), before anything is installed: plain JavaScript, no dependency.
// It makes node_modules match the lockfile, then hands over to the Node 24 that npm installed there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.dandelion-stamp')
const lockFile = join(root, '.install-lock')
const node24 = join(modules, `node-linux-${process.arch}`, 'bin', 'node')

function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

function refuseWrongHost() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 18)
    giveUp(`Dandelion needs Node 18 or newer to install itself; this is ${process.version}. Install a newer Node.`)
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch))
    giveUp(`Dandelion runs on Linux, x64 or arm64; this is ${process.platform} ${process.arch}.`)
}

/** What a finished install is stamped with: another lockfile or another kind of machine asks for a new install. */
function wantedStamp() {
  const lockfile = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lockfile).update(`${process.platform} ${process.arch}`).digest('hex')
}

function isInstalled() {
  return existsSync(stampFile) && existsSync(node24) && readFileSync(stampFile, 'utf8').trim() === wantedStamp()
}

/** A process id alone may be given again to another process; with its start time (field 22) it is one process only. */
function identityOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return fields[0] === 'Z' ? '' : `${pid} ${fields[19]}`
  } catch {
    return ''
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function tryLock() {
  const mine = `${lockFile}.${process.pid}`
  writeFileSync(mine, identityOf(process.pid))
  try {
    linkSync(mine, lockFile)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  } finally {
    unlinkSync(mine)
  }
}

/** Moves the lock of a dead process aside. Should another process have renewed it meanwhile, that one is put back. */
function removeDeadLock(dead) {
  const aside = `${lockFile}.dead.${process.pid}`
  try {
    renameSync(lockFile, aside)
    if (readIfThere(aside) !== dead) linkSync(aside, lockFile)
  } catch {
    // Somebody else was quicker; the next round looks again.
  }
  rmSync(aside, { force: true })
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** Waits until no other install runs here, so that two never write into one node_modules. */
async function takeLock() {
  for (let told = false; !tryLock(); ) {
    const holder = readIfThere(lockFile)
    const pid = Number(holder.split(' ')[0])
    if (holder !== '' && identityOf(pid) !== holder) removeDeadLock(holder)
    else if (!told) {
      told = true
      console.error(`Process ${pid} is installing Dandelion here; waiting for it.`)
    }
    await pause(100)
  }
}

/** npm as the host has it, never run by the Node inside the node_modules that it is about to replace. */
function hostNpm() {
  const cli = process.env.npm_execpath
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const isOurNode = process.execPath.startsWith(modules)
  if (cli?.endsWith('npm-cli.js') && !isOurNode) return { command: process.execPath, before: [cli], path }
  return { command: 'npm', before: [], path }
}

/** What npm ends with when an answer broke off, stood still or did not come. It tries requests again, not their answers. */
const BROKEN_OFF =
  /error code (E\w*TIMEOUT|ETIMEDOUT|ECONNRESET|EPIPE|EAI_AGAIN|ERR_STREAM_PREMATURE_CLOSE|EBADSIZE|Z_BUF_ERROR|TAR_BAD_ARCHIVE|E5\d\d)$/m

/** Runs npm ci once, its log in a folder of its own: only there does npm name the kind of its failure. */
function npmCi(logs) {
  const { command, before, path } = hostNpm()
  const flags = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--logs-max=10',
    `--logs-dir=${logs}`,
  ]
  const env = { ...process.env, PATH: path.join(delimiter) }
  // npm's chatter goes to standard error: standard output belongs to the script.
  const result = spawnSync(command, [...before, ...flags], { cwd: root, stdio: ['ignore', 2, 2], env })
  if (result.error) throw new Error(`npm could not be run (${result.error.message}). Install npm beside Node.`)
  if (result.status === 0) return 'done'
  const newest = readdirSync(logs).sort().at(-1)
  return newest && BROKEN_OFF.test(readFileSync(join(logs, newest), 'utf8')) ? 'broken off' : 'failed'
}

function install() {
  const startedAt = Date.now()
  console.error('Installing what package-lock.json lists (npm ci --ignore-scripts) ...')
  rmSync(stampFile, { force: true })
  const logs = mkdtempSync(join(tmpdir(), 'dandelion-npm-'))
  let end = npmCi(logs)
  for (let again = 2; end === 'broken off' && again <= 3; again++) {
    console.error(`The connection broke off. Trying again, ${again} of 3; what has been downloaded is kept ...`)
    end = npmCi(logs)
  }
  // npm has just said where its log lies, so that stays when it failed.
  if (end !== 'done') throw new Error('npm ci failed; npm says why above. Put it right and run the same command again.')
  rmSync(logs, { recursive: true, force: true })
  if (!existsSync(node24))
    throw new Error(`npm did not install node-linux-${process.arch}. Run npm without --omit=optional.`)
  // Written last: an install that was stopped half-way has no stamp and is made anew.
  writeFileSync(stampFile, wantedStamp())
  console.error(`Installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
}

async function ensureInstalled() {
  if (isInstalled()) return
  await takeLock()
  try {
    if (!isInstalled()) install()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** Runs the script under Node 24 and ends as it ends; signals that reach only this process are passed on. */
function handOver(script, args) {
  const env = {
    ...process.env,
    PATH: [join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter),
    DANDELION_PARENT: String(process.pid),
  }
  const child = spawn(node24, [resolve(root, script), ...args], { stdio: 'inherit', env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    giveUp(
      `Node 24 from node_modules cannot run here (${error.message}): Dandelion needs Linux with glibc 2.28 or newer.`,
    )
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

refuseWrongHost()
const [script, ...args] = process.argv.slice(2)
if (!script) giveUp('Say which script to run: node dev/bootstrap.mjs SCRIPT [arguments]')
try {
  await ensureInstalled()
  handOver(script, args)
} catch (error) {
  giveUp(error.message)
}
