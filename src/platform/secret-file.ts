import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { makeFileOnce } from './make-file-once.ts'

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
  makeFileOnce(file, randomBytes(SECRET_BYTES).toString('base64url'))
  return openSecretFile(dataDir, name)
}
