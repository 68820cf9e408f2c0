import ts from 'typescript'
import { type Finding, isTest, lineOf, type SourceTree, type TextFile, visit } from './source-tree.ts'

const STATEMENT = [
  /^\s*select\s[\s\S]*\sfrom\s/i,
  /^\s*insert\s+into\s/i,
  /^\s*update\s+[a-z_."]+\s(?:as\s[a-z]+\s)?set\s/i,
  /^\s*delete\s+from\s/i,
  /^\s*with\s+(?:recursive\s)?\s*[a-z_]+\s+as\s/i,
]
const STORE = /^src\/[^/]+\/store(?:\.ts$|\/)/
/** The platform is the database's own layer; start and doctor look at the server before any module can,
 *  and who-asks makes the opening of every transaction. */
const MAY_SPEAK_SQL = /^src\/(?:platform\/|app\/(?:start|doctor|who-asks)[a-z-]*\.ts$)/

/** Is this text a statement of SQL (and not a sentence that begins with "Select")? */
export function isSql(text: string): boolean {
  const isSentence = /^\s*[A-Z][a-z]/.test(text)
  return !isSentence && STATEMENT.some((pattern) => pattern.test(text))
}

/** The text of a string or template; `${...}` stands where a value is put in. */
export function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  const spans = node.templateSpans.map((span) => `\${${span.expression.getText()}}${span.literal.text}`)
  return node.head.text + spans.join('')
}

function sqlIn(tree: SourceTree, file: TextFile): Finding[] {
  const found: Finding[] = []
  visit(tree.syntaxOf(file), (node) => {
    const text = literalText(node)
    if (text === undefined || !isSql(text)) return
    const message = 'a statement of SQL outside store.ts (store/*.ts)'
    found.push({ rule: 'sql-text-only-in-store', file: file.path, line: lineOf(node), message })
  })
  return found
}

/** SQL lives in the store of its module, where db/queries.md finds it. */
export function sqlOutsideStore(tree: SourceTree): Finding[] {
  return tree.code
    .filter((file) => file.path.startsWith('src/') && !isTest(file))
    .filter((file) => !STORE.test(file.path) && !MAY_SPEAK_SQL.test(file.path) && !file.path.includes('/messages.'))
    .flatMap((file) => sqlIn(tree, file))
}
