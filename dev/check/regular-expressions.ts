import ts from 'typescript'
import { slownessOf } from './regular-expression-shape.ts'
import { type Finding, isTest, lineOf, type SourceTree, visit } from './source-tree.ts'

type Found = { readonly source: string; readonly flags: string; readonly node: ts.Node }

function literalPattern(node: ts.Node): Found | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/')
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1), node }
  }
  // The pattern of a schema is a regular expression too.
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'pattern' && ts.isStringLiteralLike(node.initializer)) {
    return { source: node.initializer.text, flags: 'u', node }
  }
  return undefined
}

function isBuilt(node: ts.Node): boolean {
  const made = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp'
  return made && !(node.arguments?.[0] && ts.isStringLiteralLike(node.arguments[0]))
}

function judge(node: ts.Node, file: string): Finding[] {
  if (isBuilt(node)) {
    const message = 'a regular expression built at run time cannot be checked: write it down'
    return [{ rule: 'safe-regular-expression', file, line: lineOf(node), message }]
  }
  const found = literalPattern(node)
  const slow = found && slownessOf(found.source, found.flags)
  if (!found || !slow) return []
  const message = `/${found.source}/ may take very long: ${slow}`
  return [{ rule: 'safe-regular-expression', file, line: lineOf(node), message }]
}

/** Every regular expression of the product takes a time that grows evenly with the text. */
export function slowRegularExpressions(tree: SourceTree): Finding[] {
  return tree.code
    .filter((file) => file.path.startsWith('src/') && !isTest(file))
    .flatMap((file) => {
      const found: Finding[] = []
      visit(tree.syntaxOf(file), (node) => found.push(...judge(node, file.path)))
      return found
    })
}
