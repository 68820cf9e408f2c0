export { type Attempts, clientOf, openAttempts, pruneAttempts } from './attempts.ts'
export { consumeEvents } from './consume-events.ts'
export { doEach } from './do-each.ts'
export { type EventTail, startEventTail } from './event-tail.ts'
export type { SequencedEvent } from './events.ts'
export {
  type Claim,
  type Command,
  type CommandEnv,
  type Config,
  ConfigProblems,
  claimDirectory,
  connectionOf,
  type Database,
  DataInUse,
  type Environment,
  emit,
  findDataDirectory,
  findHolder,
  type Holder,
  migrate,
  openDatabase,
  openDataDirectory,
  projectRoot,
  type RunningPostgres,
  readConfig,
  removeDataDirectory,
  startPostgres,
  type Tx,
  WrongUsage,
} from './ground.ts'
export { openHttp } from './http/app.ts'
export { type Answered, type Ask, type Asked, askInProcess } from './http/ask-in-process.ts'
export { type Ctx, mayOf, type Say } from './http/context.ts'
export { mount } from './http/mount.ts'
export type { Asker, Mounting } from './http/mounting.ts'
export { type Exchange, JsonText, type Route, routes, type TogetherAsked, type Written } from './http/route.ts'
export { clearSessionCookie, hashToken, newToken, setSessionCookie } from './http/session-cookie.ts'
export { newId } from './ids.ts'
export { type DatabaseState, inspectDatabase } from './inspect-database.ts'
export { enqueue, failedJobs, startJobs, type Tasks } from './jobs.ts'
export { HOUSE_CRONTAB, houseTasks } from './keep-house.ts'
export { type Live, registerLive } from './live/register-live.ts'
export type { LiveRules } from './live/rules.ts'
export { folderCarrier, isMailSent, listMails, type MailCarrier, mailTasks, sendMail, smtpCarrier } from './mail.ts'
export { renderMarkdown } from './markdown.ts'
export { createMetrics, type Metrics, registerMetrics } from './metrics.ts'
export { openSealer, type Sealer } from './open-sealer.ts'
export { openThread, type Thread } from './open-thread.ts'
export { CURSOR, currentCursor, outboxLag } from './outbox.ts'
export { decodeKey, encodeKey, isPlace } from './page-key.ts'
export { runRepeatedly } from './run-repeatedly.ts'
export { openSecretFile } from './secret-file.ts'
export { startSequencer } from './sequencer.ts'
export { isSignedBy, openSigner, type Signer } from './signer.ts'
export type { Statement } from './statement.ts'
