import { randomBytes } from 'node:crypto'
import fs from 'node:fs'

/** Makes a small file for its owner's eyes only, whole or not at all, unless it is there already. It is made beside and
 *  then linked, so of two processes that come first at once one makes it and both read the same. */
export function makeFileOnce(file: string, text: string): void {
  const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  fs.writeFileSync(mine, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    fs.linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.unlinkSync(mine)
  }
}
