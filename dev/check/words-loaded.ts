import path from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { type Finding, lineOf, type SourceTree, type TextFile, visit } from './source-tree.ts'

const RULE = 'words-are-loaded'
const WORDS = 'src/app/web'
const SAYS = new Set(['say', 'sayRich'])
const LOADS = new Set(['withWords', 'learnWords'])

/** `names`: what is wanted of a door, where the rest is loaded only for others; all of it without. */
type Reached = { readonly file: string; readonly areas: readonly string[]; readonly names?: readonly string[] }
type Said = { readonly key: string; readonly isPart: boolean; readonly line: number }

function callsIn(node: ts.Node): ts.CallExpression[] {
  const calls: ts.CallExpression[] = []
  visit(node, (each) => {
    if (ts.isCallExpression(each)) calls.push(each)
  })
  return calls
}

function firstText({ arguments: [first] }: ts.CallExpression): string | undefined {
  return first && ts.isStringLiteralLike(first) ? first.text : undefined
}

/** The areas whose words are loaded together with what `call` imports: those named in the same page, part or constant. */
function areasAround(call: ts.CallExpression): string[] {
  let around: ts.Node = call
  while (!ts.isSourceFile(around.parent) && !isPart(around)) around = around.parent
  return callsIn(around).flatMap((each) => (LOADS.has(each.expression.getText()) ? (firstText(each) ?? []) : []))
}

function isPart(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) || (ts.isCallExpression(node) && node.expression.getText() === 'page')
}

function placeOf(from: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(from), specifier)
}

function namesOf(statement: ts.Statement): string[] | undefined {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((one) => one.name.getText())
  const bindings = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : ts.isExportDeclaration(statement) && statement.exportClause
  if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return undefined
  return bindings.elements.map((one) => (one.propertyName ?? one.name).text)
}

function wantedOf(syntax: ts.SourceFile, names: readonly string[] | undefined): readonly ts.Statement[] {
  if (!names || !syntax.fileName.endsWith('/web/index.ts')) return syntax.statements
  return syntax.statements.filter((statement) => namesOf(statement)?.some((name) => names.includes(name)))
}

function atOnce(file: TextFile, statement: ts.Statement, areas: readonly string[]): Reached[] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
  const { moduleSpecifier: to } = statement
  if (!to || !ts.isStringLiteral(to)) return []
  const names = namesOf(statement)
  return [{ file: placeOf(file.path, to.text), areas, ...(names && { names }) }]
}

/** What comes with a file at once, and what it loads later with the words of further areas. */
function nextOf(tree: SourceTree, file: TextFile, { areas, names }: Reached): Reached[] {
  const wanted = wantedOf(tree.syntaxOf(file), names)
  const later = wanted.flatMap(callsIn).flatMap((call): Reached[] => {
    const to = call.expression.kind === ts.SyntaxKind.ImportKeyword ? firstText(call) : undefined
    return to ? [{ file: placeOf(file.path, to), areas: [...new Set([...areas, ...areasAround(call)])].sort() }] : []
  })
  return [...wanted.flatMap((statement) => atOnce(file, statement, areas)), ...later]
}

/** Every web file that pages reach, with each set of areas it is reached with. */
function reachedFrom(tree: SourceTree): [TextFile, readonly string[]][] {
  const byPath = new Map(tree.code.map((file) => [file.path, file]))
  const reached = new Map<string, [TextFile, readonly string[]]>()
  const pages = tree.code.filter((file) => file.path.startsWith('src/app/') && /\bpage\(\s{0,9}'\//.test(file.text))
  const ahead: Reached[] = pages.map((file) => ({ file: file.path, areas: [] }))
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const file = byPath.get(next.file)
    const key = `${next.file} ${next.areas.join()} ${next.names?.join()}`
    if (!file || !next.file.includes('/web') || reached.has(key)) continue
    reached.set(key, [file, next.areas])
    ahead.push(...nextOf(tree, file, next))
  }
  return [...reached.values()]
}

/** The keys a file says; of a key with a hole only what stands before it. */
function saidIn(tree: SourceTree, file: TextFile): Said[] {
  return callsIn(tree.syntaxOf(file)).flatMap((call) => {
    if (!SAYS.has(call.expression.getText()) || !call.arguments[0]) return []
    const said: Said[] = []
    visit(call.arguments[0], (node) => {
      const line = lineOf(node)
      if (ts.isCallExpression(node.parent) && node.parent !== call) return
      if (ts.isTemplateHead(node)) said.push({ key: node.text, isPart: true, line })
      if (ts.isStringLiteralLike(node) && node.text.includes('.')) said.push({ key: node.text, isPart: false, line })
    })
    return said
  })
}

async function keysOf(root: string, area: string): Promise<string[]> {
  const file = path.join(root, WORDS, `${area}.en.ts`)
  const { words } = (await import(pathToFileURL(file).href)) as { words: object }
  return Object.keys(words)
}

/** Every word a page says is in a catalogue that is loaded with it: a key that is not would be read as it stands. */
export async function wordsLoaded(tree: SourceTree): Promise<Finding[]> {
  const known = new Map<string, readonly string[]>()
  const loaded = async (area: string) => {
    const keys = known.get(area) ?? (await keysOf(tree.root, area))
    known.set(area, keys)
    return keys
  }
  const found = new Map<string, Finding>()
  for (const [file, areas] of reachedFrom(tree)) {
    const names = ['words', ...areas.map((area) => `${area}-words`)]
    const keys = (await Promise.all(names.map(loaded))).flat()
    for (const { key, isPart, line } of saidIn(tree, file)) {
      if (isPart ? keys.some((one) => one.startsWith(key)) : keys.includes(key)) continue
      const message = `"${key}" is in no catalogue that comes with it (${areas.join(', ') || 'no area'})`
      found.set(`${file.path} ${key}`, { rule: RULE, file: file.path, line, message })
    }
  }
  return [...found.values()]
}
