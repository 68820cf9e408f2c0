import ts from 'typescript'
import { type Finding, isTest, lineOf, type SourceTree, type TextFile, visit } from './source-tree.ts'

const STORIES = /stories/i
const SHOWN = new Set(['label', 'title', 'placeholder', 'alt', 'hint', 'heading', 'aria-label', 'aria-description'])
/** The product's name is the same in every language. */
const NAME = 'Dandelion'

/** Does a person read words here, and not only signs, digits or the name? */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(NAME, ''))
}

function shownText(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text.trim()
  if (!ts.isStringLiteral(node)) return undefined
  const { parent } = node
  if (ts.isJsxAttribute(parent)) return SHOWN.has(parent.name.getText()) ? node.text : undefined
  // {'words'} between two tags
  return ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent) ? node.text : undefined
}

function untranslatedIn(tree: SourceTree, file: TextFile): Finding[] {
  const found: Finding[] = []
  visit(tree.syntaxOf(file), (node) => {
    const text = shownText(node)
    if (!text || !hasWords(text)) return
    const message = `"${text.slice(0, 60)}" is not in the catalogue`
    found.push({ rule: 'text-in-catalogue', file: file.path, line: lineOf(node), message })
  })
  return found
}

/** Every word that people read comes from a message catalogue; stories are for those who build. */
export function untranslated(tree: SourceTree): Finding[] {
  return tree.code
    .filter((file) => file.path.startsWith('src/') && file.path.endsWith('.tsx'))
    .filter((file) => !isTest(file) && !STORIES.test(file.path))
    .flatMap((file) => untranslatedIn(tree, file))
}
