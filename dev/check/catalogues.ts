import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding, SourceTree, TextFile } from './source-tree.ts'

type Messages = ReadonlyMap<string, ReadonlySet<string>>

const ENGLISH = /^(src\/.+\/messages(?:-[a-z]+)?)\.en\.ts$/

function textsOf(message: unknown): string[] {
  if (typeof message === 'string') return [message]
  if (typeof message === 'object' && message !== null) return Object.values(message).flatMap(textsOf)
  return []
}

function placeholdersOf(message: unknown): Set<string> {
  const names = textsOf(message).flatMap((text) =>
    [...text.matchAll(/\{([a-zA-Z]{1,40})\}/g)].map((found) => found[1] ?? ''),
  )
  return new Set(names)
}

async function messagesOf(root: string, file: TextFile): Promise<Messages> {
  const exported = (await import(pathToFileURL(path.join(root, file.path)).href)) as Record<string, unknown>
  const catalogues = Object.values(exported).filter((each): each is object => typeof each === 'object' && each !== null)
  const entries = catalogues.flatMap((catalogue) => Object.entries(catalogue))
  return new Map(entries.map(([key, message]) => [key, placeholdersOf(message)]))
}

function missing(from: Messages, wanted: Messages, file: string): Finding[] {
  return [...wanted.keys()]
    .filter((key) => !from.has(key))
    .map((key) => ({ rule: 'catalogues-agree', file, message: `has no "${key}"` }))
}

function unlikePlaceholders(english: Messages, german: Messages, file: string): Finding[] {
  return [...english].flatMap(([key, names]) => {
    const translated = german.get(key)
    // A plural may leave its count unsaid in one language ("one reply").
    const unlike = [...names.symmetricDifference(translated ?? names)].filter((name) => name !== 'count')
    if (unlike.length === 0) return []
    return [{ rule: 'catalogues-agree', file, message: `"${key}" differs from English in {${unlike.join('}, {')}}` }]
  })
}

async function compare(tree: SourceTree, english: TextFile, stem: string): Promise<Finding[]> {
  const german = tree.files.find((file) => file.path === `${stem}.de.ts`)
  if (!german) return [{ rule: 'catalogues-agree', file: english.path, message: 'has no German beside it' }]
  const [en, de] = await Promise.all([messagesOf(tree.root, english), messagesOf(tree.root, german)])
  return [...missing(de, en, german.path), ...missing(en, de, english.path), ...unlikePlaceholders(en, de, german.path)]
}

/** Every module says the same things in English and in German, with the same {placeholders}. */
export async function catalogues(tree: SourceTree): Promise<Finding[]> {
  const pairs = tree.files.flatMap((file) => {
    const stem = ENGLISH.exec(file.path)?.[1]
    return stem ? [compare(tree, file, stem)] : []
  })
  return (await Promise.all(pairs)).flat()
}
