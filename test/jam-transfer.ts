import { type ExportJam, exportJam } from '../src/jams/export-jam.ts'
import { importJam } from '../src/jams/import-jam.ts'
import type { Line } from '../src/jams/rules/jam-format.ts'
import { formatLine } from '../src/jams/rules/jam-lines.ts'
import { freshDatabase } from './database.ts'

const TABLES = [
  'report_edition',
  ...[
    'promise_check',
    'promise_note',
    'promise',
    'promise_ledger',
    'decision_signature',
    'decision',
    'matter',
    'deciders',
  ],
  ...[
    'hub_step',
    'hub',
    'person',
    'venue',
    'venue_hub',
    'venue_host',
    'venue_count',
    'venue_person',
    'venue_person_hub',
    'jam',
  ],
  ...['jam_change', 'forum', 'forum_host', 'forum_count', 'contribution', 'contribution_version', 'vote'],
  ...['contribution_words', 'words_language'],
  ...['fold_text', 'fold_act', 'fold', 'fold_state'],
  ...[
    'theme_place',
    'theme',
    'poll_ballot',
    'poll',
    'meeting',
    'rating_pair',
    'rating_tally',
    'ballot_box',
    'idea_source',
    'idea',
  ],
]

export type TransferPlace = Awaited<ReturnType<typeof openTransferPlace>>

/** An installation without any hub or person, into which jams come. */
export async function openTransferPlace() {
  const fresh = await freshDatabase()
  const database = fresh.open(fresh.connection)
  const root = fresh.root
  return {
    database,
    root,
    /** Every table is as empty as before. */
    async empty() {
      // Without the checks of foreign keys this takes milliseconds; truncating would take a tenth of a second.
      await root.query(
        `set session_replication_role = replica; ${TABLES.map((table) => `delete from ${table}`).join('; ')}`,
      )
    },
    async take(lines: readonly Line[] | string, newTitle?: string) {
      const texts =
        typeof lines === 'string' ? lines.split('\n').slice(0, -1) : lines.map((line) => formatLine(line).slice(0, -1))
      const open = async function* () {
        yield* texts
      }
      return importJam(database, { open, newTitle })
    },
    async give(jamId: string, how: Partial<ExportJam> = {}) {
      let text = ''
      await exportJam(database, { jamId, votes: 'plain', format: { of: 'jsonl' }, ...how }, async (chunk) => {
        text += chunk
      })
      return text
    },
    async count(table: string): Promise<number> {
      return (await root.query(`select count(*)::int as count from ${table}`)).rows[0].count
    },
    async close() {
      await database.close()
      await fresh.drop()
    },
  }
}
