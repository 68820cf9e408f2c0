import type pg from 'pg'
import type { Config } from './config.ts'

/** What a command works with. The database is migrated and stays up while the command runs. */
export type CommandEnv = {
  readonly config: Config
  /** The application's login: hand it to openDatabase. */
  readonly connection: pg.ClientConfig
  /** Results: what somebody may pipe into a file. */
  readonly out: NodeJS.WritableStream
  /** Everything that is said to the person at the terminal. */
  readonly err: NodeJS.WritableStream
}

/** One command of the administrator's command line, over the same use cases as the web. */
export type Command = {
  /** Its words, such as "jam import". */
  readonly name: string
  /** What follows the name, such as "FILE [--new TITLE]"; empty when nothing does. */
  readonly usage: string
  /** One line for `dandelion help`. */
  readonly summary: string
  /** Answers the exit code. `args` is what follows the name. A Refusal or WrongUsage is shown as its sentence. */
  run(args: string[], env: CommandEnv): Promise<number>
}

/** The words after a command's name are wrong; the message says how, and the usage is shown with it (exit code 2). */
export class WrongUsage extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'WrongUsage'
  }
}
