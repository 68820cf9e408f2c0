/** Writes db/queries.md: the SQL that each store function sends. `node dev/queries.ts` after a change to a store;
 *  `npm run check` fails while the page is behind the code. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { isTest, readTree, type SourceTree, type TextFile, visit } from './check/source-tree.ts'
import { isSql, literalText } from './check/sql-text.ts'

const PAGE = 'db/queries.md'
const INTRODUCTION = `# The SQL that each function sends

Made by \`node dev/queries.ts\` from the stores; not written by hand. Where a text is put together from parts, a part
that only the running program knows stands as \${name}. Parameters are $1, $2 ... in the order of the function's code.
`

type Query = { readonly name: string; readonly intent: string; readonly statements: readonly string[] }

/** The texts that the file names at its top level, so that statements can be shown whole. */
function constantsOf(syntax: ts.SourceFile): Map<string, string> {
  const declarations = syntax.statements
    .filter(ts.isVariableStatement)
    .flatMap((each) => each.declarationList.declarations)
  const texts = declarations.flatMap(({ name, initializer }): [string, string][] => {
    const text = initializer && literalText(initializer)
    return text === undefined ? [] : [[name.getText(syntax), text]]
  })
  return new Map(texts)
}

function filledIn(text: string, constants: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > 5) return text
  return text.replaceAll(/\$\{(\w{1,80})\}/g, (whole: string, name: string) => {
    const known = constants.get(name)
    return known === undefined ? whole : filledIn(known, constants, depth + 1)
  })
}

/** Takes away the margin that the code's indentation gave to every line but the first. */
function withoutMargin(text: string): string {
  const [first = '', ...rest] = text.trim().split('\n')
  const margins = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const margin = Math.min(...margins, 200)
  return [first, ...rest.map((line) => line.slice(Math.max(0, margin - 1)).trimEnd())].join('\n')
}

function firstSentence(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node)
  const text = doc && ts.isJSDoc(doc) ? (ts.getTextOfJSDocComment(doc.comment) ?? '') : ''
  return text.replaceAll(/\s+/g, ' ').split(/(?<=[.:]) /)[0] ?? ''
}

function topLevelFunctions(syntax: ts.SourceFile): { name: string; node: ts.Node }[] {
  return syntax.statements.flatMap((statement): { name: string; node: ts.Node }[] => {
    if (ts.isFunctionDeclaration(statement) && statement.name) return [{ name: statement.name.text, node: statement }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations
      .filter(({ initializer }) => initializer && ts.isArrowFunction(initializer))
      .map((declaration) => ({ name: declaration.name.getText(syntax), node: statement }))
  })
}

function queriesOf(tree: SourceTree, file: TextFile): Query[] {
  const syntax = tree.syntaxOf(file)
  const constants = constantsOf(syntax)
  return topLevelFunctions(syntax).flatMap(({ name, node }) => {
    const statements = new Set<string>()
    visit(node, (part) => {
      const text = ts.isIdentifier(part) ? constants.get(part.text) : literalText(part)
      const whole = text === undefined ? '' : filledIn(text, constants)
      if (isSql(whole)) statements.add(withoutMargin(whole))
    })
    return statements.size > 0 ? [{ name, intent: firstSentence(node), statements: [...statements] }] : []
  })
}

function section(file: TextFile, queries: readonly Query[]): string {
  const parts = queries.map(({ name, intent, statements }) => {
    const sql = statements.map((statement) => `\`\`\`sql\n${statement}\n\`\`\``).join('\n')
    return `### ${name}\n${intent ? `${intent}\n` : ''}${sql}\n`
  })
  return `## ${file.path}\n\n${parts.join('\n')}`
}

/** The whole page for the tree at `root`. */
export function queriesPage(root: string): string {
  const tree = readTree(root)
  const sections = tree.code
    .filter((file) => file.path.startsWith('src/') && !isTest(file))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map((file) => ({ file, queries: queriesOf(tree, file) }))
    .filter(({ queries }) => queries.length > 0)
    .map(({ file, queries }) => section(file, queries))
  return [INTRODUCTION, ...sections].join('\n')
}

/** What to do when db/queries.md is behind the stores; an empty text when it is not. */
export function queriesPageIsCurrent(root: string): string {
  const file = path.join(root, PAGE)
  const written = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  return written === queriesPage(root) ? '' : `${PAGE} is behind the stores: run "node dev/queries.ts" and commit it.`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
  fs.writeFileSync(path.join(root, PAGE), queriesPage(root))
}
