/** What the pages of jams say, without the refusals: those come from the server in whole sentences. */
export { screens } from './rules/screens.de.ts'
