import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding, SourceTree } from './source-tree.ts'

const CONTRACT = /^src\/[^/]+\/contract\.ts$/
const REQUEST_PARTS = new Set(['params', 'query', 'body'])

type Schema = Readonly<Record<string, unknown>>
type Problem = { readonly at: string; readonly rule: string; readonly message: string }

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSchema(value: Schema): boolean {
  return typeof value.type === 'string' || '~kind' in value || 'anyOf' in value || 'allOf' in value
}

/** The longest text a pattern lets through is bounded when it is anchored and repeats nothing without end. */
function isBoundedPattern(pattern: unknown): boolean {
  if (typeof pattern !== 'string' || !pattern.startsWith('^') || !pattern.endsWith('$')) return false
  return !/[*+]|\{\d+,\}/.test(pattern.replaceAll(/\\.|\[[^\]]*\]/g, 'x'))
}

function problemOf(schema: Schema, at: string, inRequest: boolean): Problem[] {
  if (schema.type === 'string') {
    const bounded = 'maxLength' in schema || 'enum' in schema || 'const' in schema || 'format' in schema
    if (!bounded && !isBoundedPattern(schema.pattern)) {
      return [{ at, rule: 'string-has-length', message: 'a string without maxLength' }]
    }
  }
  if (schema.type === 'array' && !('maxItems' in schema)) {
    return [{ at, rule: 'array-has-size', message: 'an array without maxItems' }]
  }
  if (inRequest && schema.type === 'object' && isRecord(schema.properties) && schema.additionalProperties !== false) {
    return [{ at, rule: 'unknown-keys-refused', message: 'an object of a request that lets unknown keys pass' }]
  }
  return []
}

/** A schema shared by two exports is looked at once outside requests and once inside, where more is asked of it. */
type Seen = { readonly inside: Set<unknown>; readonly outside: Set<unknown> }
type Walk = { readonly at: string; readonly inRequest: boolean; readonly seen: Seen }

function problemsIn(value: unknown, walk: Walk): Problem[] {
  if (typeof value !== 'object' || value === null) return []
  const seen = walk.inRequest ? walk.seen.inside : walk.seen.outside
  if (seen.has(value)) return []
  seen.add(value)
  const own = isRecord(value) && isSchema(value) ? problemOf(value, walk.at, walk.inRequest) : []
  // A route that answers with a download or a stream has no JSON to bound.
  const looked = Object.entries(value).filter(([key]) => !(key === 'answer' && 'media' in value))
  const below = looked.flatMap(([key, child]) =>
    problemsIn(child, {
      at: walk.at === '' ? key : `${walk.at}.${key}`,
      inRequest: walk.inRequest || REQUEST_PARTS.has(key),
      seen: walk.seen,
    }),
  )
  return [...own, ...below]
}

/** Looks at the exports of one contract: every string has a length, every array a size, requests refuse unknown keys. */
export function lintSchemas(exported: Readonly<Record<string, unknown>>): Problem[] {
  return problemsIn({ ...exported }, { at: '', inRequest: false, seen: { inside: new Set(), outside: new Set() } })
}

/** Every contract.ts of the tree, loaded as the product loads it. */
export async function schemas(tree: SourceTree): Promise<Finding[]> {
  const contracts = tree.code.filter((file) => CONTRACT.test(file.path))
  const all = contracts.map(async (file) => {
    const exported = (await import(pathToFileURL(path.join(tree.root, file.path)).href)) as Record<string, unknown>
    return lintSchemas(exported).map(({ at, rule, message }) => ({
      rule,
      file: file.path,
      message: `${at}: ${message}`,
    }))
  })
  return (await Promise.all(all)).flat()
}
