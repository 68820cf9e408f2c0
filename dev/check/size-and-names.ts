import path from 'node:path'
import ts from 'typescript'
import { type Finding, lineOf, type SourceTree, type TextFile } from './source-tree.ts'

const MOST_LINES = 300
const SIZED = /\.(?:ts|tsx|mjs|css)$/
const FORBIDDEN = new Set(['manager', 'service', 'helper', 'helpers', 'util', 'utils', 'data', 'info'])
const LOOSE_END = /\b(?:TODO|FIXME|HACK|XXX)\b/

/** Files of more than 300 lines hold two things. */
export function tooLong(tree: SourceTree): Finding[] {
  return tree.files
    .filter((file) => SIZED.test(file.path))
    .map((file) => ({ file, lines: file.text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => ({
      rule: 'file-size',
      file: file.path,
      message: `${lines} lines; at most ${MOST_LINES}: which two things does it hold?`,
    }))
}

function lastWord(name: string): string {
  const words = name.split(/(?=[A-Z])|[-_. ]/)
  return (words.at(-1) ?? '').toLowerCase()
}

function declaredNames(statement: ts.Statement): ts.Identifier[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name).filter(ts.isIdentifier)
  }
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement)
  return named && statement.name ? [statement.name] : []
}

function forbiddenIn(tree: SourceTree, file: TextFile): Finding[] {
  const found: Finding[] = []
  const stem = path.posix.basename(file.path).split('.')[0] ?? ''
  if (FORBIDDEN.has(lastWord(stem))) {
    found.push({ rule: 'forbidden-name', file: file.path, message: `"${stem}" says nothing: name what the file does` })
  }
  const names = tree.syntaxOf(file).statements.flatMap(declaredNames)
  for (const name of names.filter((each) => FORBIDDEN.has(lastWord(each.text)))) {
    found.push({
      rule: 'forbidden-name',
      file: file.path,
      line: lineOf(name),
      message: `"${name.text}" says nothing: name what it is in the words of WORDS.md`,
    })
  }
  return found
}

/** Files and top-level names that end in Manager, Service, Helper, Util, Data or Info. */
export function forbiddenNames(tree: SourceTree): Finding[] {
  return tree.code.flatMap((file) => forbiddenIn(tree, file))
}

/** Unfinished work is finished or taken out, not marked. */
export function looseEnds(tree: SourceTree): Finding[] {
  return tree.code
    .filter((file) => !file.path.startsWith('dev/check/'))
    .flatMap((file) =>
      file.text.split('\n').flatMap((line, index) => {
        const mark = LOOSE_END.exec(line)
        return mark
          ? [{ rule: 'loose-end', file: file.path, line: index + 1, message: `${mark[0]}: finish it or take it out` }]
          : []
      }),
    )
}
