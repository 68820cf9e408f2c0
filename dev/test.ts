/** `npm test [-- part of a path ...]`: builds the web app when needed, then runs every test (or those of the files whose
 *  path holds one of the words), and ends with one line: "N passed, N failed, N skipped". */
import { startVitest } from 'vitest/node'
import { buildWebIfNeeded } from '../src/app/build-web.ts'
import { makeBundleIfNeeded } from '../src/app/bundle.ts'
import { type Count, closingLine, countingReporter, isGood } from './count-tests.ts'
import { keepInMemory } from './scratch.ts'

const counted: { last: Count } = { last: { passed: 0, failed: 0, skipped: 0 } }
const count = countingReporter((each) => {
  counted.last = each
})

// The tests that start the product start it as it is when everything is there.
await Promise.all([buildWebIfNeeded(console.log), makeBundleIfNeeded()]).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
const forget = keepInMemory()
process.on('exit', () => forget?.())
const vitest = await startVitest(process.argv.slice(2), { run: true, watch: false, reporters: ['default', count] })
await vitest.close()
console.log(closingLine(counted.last))
process.exit(isGood(counted.last) ? 0 : 1)
