export { beginFromTemplate } from './begin-from-template.ts'
export { jamCommands } from './cli.ts'
export { jamFor, jamOfOperator } from './find-jam.ts'
export { type ImportJam, importJam } from './import-jam.ts'
export { JAM_CRONTAB, jamTasks } from './jobs.ts'
export { type LobbyView, lobbyOf } from './lobby.ts'
export { type LobbyLinks, lobbyLinks, sealLinks } from './lobby-links.ts'
export { templateOf } from './make-template.ts'
export { sweepJams } from './move-by-clock.ts'
export { readLines } from './read-lines.ts'
export { jamsRoutes } from './routes.ts'
export { readJamFile } from './rules/jam-file.ts'
export type { ContributionLine, EditionLine, Line } from './rules/jam-format.ts'
export { BadLine, formatLine, parseLine } from './rules/jam-lines.ts'
export { mayHost } from './rules/may.ts'
export type { Template } from './rules/template.ts'
export { closeJamAsOperator, openJamAsOperator } from './run-jam.ts'
export {
  findIdeaLines,
  findIdeaPairLines,
  findIdeaRatingLines,
  findRatingLines,
  MATTER_NAME,
} from './store/export-ideas.ts'
export type { WholeJamRow as JamOfOperator } from './store/jams.ts'
