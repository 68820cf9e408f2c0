import type { Argon2Cost } from '../identity/index.ts'
import type { Attempts, openDatabase } from '../platform/index.ts'

/** What tests replace in a server. */
export type ForTests = {
  /** Cheaper hashes. */
  readonly argon2?: Argon2Cost
  /** No limits on attempts, where a limit is to be shown to matter. */
  readonly attempts?: Attempts
  /** Connections of an earlier test. */
  readonly openDatabase?: typeof openDatabase
  /** Themes that do not rest for a minute. */
  readonly computeThemesEveryMs?: number
}
