import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const SECRET_BYTES = 32
const SHAPE = /^[A-Za-z0-9_-]{43}$/

function read(file: string): Buffer | undefined {
  let text: string
  try {
    text = fs.readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  if (!SHAPE.test(text)) throw new Error(`${file} is damaged. Put it back from a back-up of the data directory.`)
  return Buffer.from(text, 'base64url')
}

/** A secret of 256 bits in the data directory, for its owner's eyes only; made when it is missing. Of two processes that
 *  come first at once both read the same. Throws when the file is damaged. */
export function openSecretFile(dataDir: string, name: string): Buffer {
  const file = path.join(dataDir, name)
  const known = read(file)
  if (known) return known
  const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  fs.writeFileSync(mine, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    fs.linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.unlinkSync(mine)
  }
  return openSecretFile(dataDir, name)
}
