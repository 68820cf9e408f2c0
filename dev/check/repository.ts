import type { Finding, SourceTree } from './source-tree.ts'

/** Folders that exist on one machine alone. Composed, so that this file does not name what it forbids. */
const PRIVATE_FOLDERS = ['work', 'tmp', 'root', 'farm', 'home'].map((name) => `/${name}/`)
/** Text right before such a path when it is no path of the machine: part of a longer path or of an address. */
const PART_OF_MORE = /[A-Za-z0-9_.$}~-]$/

/** The lockfile names packages and hashes, never the host they came from: every registry can serve them. */
export function lockfileHosts(tree: SourceTree): Finding[] {
  return tree.files
    .filter((file) => file.path === 'package-lock.json' || file.path === '.npmrc')
    .flatMap((file) =>
      file.text
        .split('\n')
        .flatMap((line, index) =>
          /"resolved": *"https?:|^registry *=/.test(line)
            ? [{ rule: 'no-registry-host', file: file.path, line: index + 1, message: 'names the host of a registry' }]
            : [],
        ),
    )
}

function namesPrivateFolder(line: string): boolean {
  return PRIVATE_FOLDERS.some((folder) => {
    const at = line.indexOf(folder)
    return at >= 0 && !PART_OF_MORE.test(line.slice(0, at))
  })
}

/** No path of the machine on which somebody happened to write a file. */
export function machinePaths(tree: SourceTree): Finding[] {
  return tree.files
    .filter((file) => file.path !== 'package-lock.json')
    .flatMap((file) =>
      file.text.split('\n').flatMap((line, index) =>
        namesPrivateFolder(line)
          ? [
              {
                rule: 'no-machine-path',
                file: file.path,
                line: index + 1,
                message: 'a path that only one machine has',
              },
            ]
          : [],
      ),
    )
}

const MIGRATION = /^db\/migrations\/(.+)$/
const MIGRATION_NAME = /^\d{4}-[a-z0-9-]+\.sql$/

/** Migrations are numbered once, named for what they do, and begin by saying why. */
export function migrations(tree: SourceTree): Finding[] {
  const numbers = new Map<string, string>()
  return tree.files.flatMap((file): Finding[] => {
    const name = MIGRATION.exec(file.path)?.[1]
    if (!name) return []
    const number = name.slice(0, 4)
    const twin = numbers.get(number)
    numbers.set(number, name)
    const wrong = [
      MIGRATION_NAME.test(name) ? '' : 'is not named NNNN-what-it-does.sql',
      twin ? `has the number of ${twin}` : '',
      file.text.startsWith('--') ? '' : 'does not begin with a comment: why, the lock it takes, the size it assumes',
    ]
    return wrong.filter(Boolean).map((message) => ({ rule: 'migration-header', file: file.path, message }))
  })
}
