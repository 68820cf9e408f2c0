import path from 'node:path'
import ts from 'typescript'
import { type Finding, lineOf, type SourceTree, type TextFile } from './source-tree.ts'

const DOOR = /^src\/[^/]+\/index\.tsx?$/

type Declared = { readonly file: TextFile; readonly node: ts.Node }

function hasDoc(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some((each) => ts.isIdentifier(each.name) && each.name.text === name)
  }
  const named = statement as ts.Statement & { name?: ts.Node }
  return named.name !== undefined && ts.isIdentifier(named.name) && named.name.text === name
}

function fileAt(tree: SourceTree, from: TextFile, specifier: string): TextFile | undefined {
  const wanted = path.posix.join(path.posix.dirname(from.path), specifier)
  return tree.code.find((file) => file.path === wanted)
}

function reExports(syntax: ts.SourceFile): ts.ExportDeclaration[] {
  return syntax.statements.filter(ts.isExportDeclaration)
}

/** Where `name`, exported by `file`, is declared: here, or behind any number of re-exports and renamings. */
function declarationsOf(tree: SourceTree, file: TextFile, name: string): Declared[] {
  const syntax = tree.syntaxOf(file)
  const here = syntax.statements.filter((statement) => declares(statement, name))
  if (here.length > 0) return here.map((node) => ({ file, node }))
  return reExports(syntax).flatMap((declaration) => {
    const { exportClause, moduleSpecifier } = declaration
    const from = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) && fileAt(tree, file, moduleSpecifier.text)
    if (!from) return []
    if (!exportClause) return declarationsOf(tree, from, name)
    if (!ts.isNamedExports(exportClause)) return []
    const element = exportClause.elements.find((each) => each.name.text === name)
    return element ? declarationsOf(tree, from, (element.propertyName ?? element.name).text) : []
  })
}

function exportedNames(tree: SourceTree, door: TextFile): string[] {
  const syntax = tree.syntaxOf(door)
  const named = reExports(syntax).flatMap(({ exportClause }) =>
    exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map((each) => each.name.text) : [],
  )
  const own = syntax.statements
    .filter(
      (each) => ts.canHaveModifiers(each) && ts.getModifiers(each)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword),
    )
    .flatMap((each) => {
      if (ts.isVariableStatement(each)) return each.declarationList.declarations.map((one) => one.name.getText(syntax))
      const { name } = each as ts.Statement & { name?: ts.Node }
      return name && ts.isIdentifier(name) ? [name.text] : []
    })
  return [...named, ...own]
}

function starExports(tree: SourceTree, door: TextFile): Finding[] {
  return reExports(tree.syntaxOf(door))
    .filter(({ exportClause }) => !exportClause)
    .map((node) => ({
      rule: 'door-names-what-it-shows',
      file: door.path,
      line: lineOf(node),
      message: 'export *: a door lists by name what higher rows may use',
    }))
}

/** Everything that crosses a door (index.ts of a module) has a doc comment where it is declared. */
export function undocumentedDoors(tree: SourceTree): Finding[] {
  const doors = tree.code.filter((file) => DOOR.test(file.path))
  return doors.flatMap((door) => [
    ...starExports(tree, door),
    ...exportedNames(tree, door).flatMap((name) => {
      const declared = declarationsOf(tree, door, name)
      // A type and a value of one name share one comment.
      if (declared.length === 0 || declared.some(({ node }) => hasDoc(node))) return []
      const [first] = declared
      return first ? [undocumented(first, name, door)] : []
    }),
  ])
}

function undocumented({ file, node }: Declared, name: string, door: TextFile): Finding {
  return {
    rule: 'documented-door',
    file: file.path,
    line: lineOf(node),
    message: `${name} crosses the door ${door.path} without a doc comment: intent, units, edges, errors`,
  }
}
