/** What only single pages say; the web loads it with the first of them. */
export { hosting } from './rules/hosting-screens.de.ts'
