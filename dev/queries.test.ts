import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { queriesPage, queriesPageIsCurrent } from './queries.ts'

const STORE = `const SEEN = 'venue_id = any ((select seen_venues())::uuid[])'

/** The titles of a forum. Newest first. */
export async function findTitles(tx, forumId) {
  return tx.rows(
    \`select title from contribution
      where forum_id = $1 and \${SEEN}
      order by \${key} desc\`,
    [forumId],
  )
}

export const nothing = () => 'Select what you want from the list'
`

function aTree(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dandelion-queries-'))
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }))
  fs.mkdirSync(path.join(root, 'src/jams'), { recursive: true })
  fs.mkdirSync(path.join(root, 'db'))
  fs.writeFileSync(path.join(root, 'src/jams/store.ts'), STORE)
  return root
}

test('a statement is shown whole, with the texts that the file names put in', () => {
  expect(queriesPage(aTree())).toContain(`### findTitles
The titles of a forum.
\`\`\`sql
select title from contribution
 where forum_id = $1 and venue_id = any ((select seen_venues())::uuid[])
 order by \${key} desc
\`\`\``)
})

test('a sentence for people is not taken for SQL', () => {
  expect(queriesPage(aTree())).not.toContain('nothing')
})

test('a page that is behind the stores is complained about', () => {
  const root = aTree()
  fs.writeFileSync(path.join(root, 'db/queries.md'), 'old')
  expect(queriesPageIsCurrent(root)).toContain('node dev/queries.ts')
})

test('a page that was just made is current', () => {
  const root = aTree()
  fs.writeFileSync(path.join(root, 'db/queries.md'), queriesPage(root))
  expect(queriesPageIsCurrent(root)).toBe('')
})
