/** A node of the trees of unified, of Markdown or of HTML, as far as we touch it. */
export type TreeNode = {
  type: string
  value?: string
  label?: string | null
  identifier?: string
  url?: string
  tagName?: string
  properties?: Record<string, unknown>
  children?: TreeNode[]
}

/** Headings of people's words stand below the page's own: h1 becomes h4, and from h3 on all are h6. */
const headings: Readonly<Record<string, string>> = { h1: 'h4', h2: 'h5', h3: 'h6', h4: 'h6', h5: 'h6', h6: 'h6' }

/**
 * Markdown's tree as people mean it: a line break is a break, and nothing anybody typed vanishes: HTML, footnotes (whose
 * anchors would clash on a page) and addresses that no link uses are shown as the characters they are.
 */
export function calmWords(): (tree: TreeNode) => void {
  return (tree) => {
    const used = new Set<string>()
    walk(tree, (node) => {
      if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier ?? '')
      return [node]
    })
    walk(tree, (node, parent) => inMarkdown(node, parent, used))
  }
}

function inMarkdown(node: TreeNode, parent: TreeNode, used: ReadonlySet<string>): TreeNode[] {
  if (node.type === 'text') return withBreaks(node.value ?? '')
  if (node.type === 'html') return inPlace(withBreaks(node.value ?? ''), parent)
  if (node.type === 'footnoteReference') return [text(`[^${node.label}]`)]
  if (node.type === 'footnoteDefinition') return [paragraph([text(`[^${node.label}]:`)]), ...(node.children ?? [])]
  if (node.type !== 'definition' || used.has(node.identifier ?? '')) return [node]
  return [paragraph([text(`[${node.label}]: ${node.url}`)])]
}

/** Words among words, or a paragraph of their own among paragraphs. */
function inPlace(words: TreeNode[], parent: TreeNode): TreeNode[] {
  return ['root', 'blockquote', 'listItem'].includes(parent.type) ? [paragraph(words)] : words
}

function paragraph(children: TreeNode[]): TreeNode {
  return { type: 'paragraph', children }
}

function text(value: string): TreeNode {
  return { type: 'text', value }
}

function withBreaks(value: string): TreeNode[] {
  const [first = '', ...rest] = value.split('\n')
  return [text(first), ...rest.flatMap((line) => [{ type: 'break' }, text(line)])]
}

/** The HTML tree with calm elements: small headings, links that lend no weight, pictures as links to them. */
export function calmElements(): (tree: TreeNode) => void {
  return (tree) =>
    walk(tree, (node) => {
      calm(node)
      return [node]
    })
}

function calm(element: TreeNode): void {
  if (element.tagName === 'a') walk(element, (node) => [node.tagName === 'img' ? text(wordsOf(node)) : node])
  if (element.tagName === 'img') showAsLink(element)
  if (element.tagName === undefined) return
  element.tagName = headings[element.tagName] ?? element.tagName
  if (element.tagName !== 'a') return
  element.properties = { href: element.properties?.href, rel: ['nofollow', 'ugc', 'noopener'] }
}

function showAsLink(image: TreeNode): void {
  image.tagName = 'a'
  image.children = [text(wordsOf(image))]
  image.properties = { href: image.properties?.src }
}

function wordsOf(image: TreeNode): string {
  return String(image.properties?.alt ?? '') || String(image.properties?.src ?? '')
}

type Replace = (node: TreeNode, parent: TreeNode) => TreeNode[]

/** Visits every node below, parents first, with an explicit stack: texts may be nested deeper than calls may be. */
function walk(tree: TreeNode, replace: Replace): void {
  const waiting: TreeNode[] = [tree]
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const { children = [] } = parent
    const at = parent
    parent.children = children.flatMap((child) => replace(child, at))
    for (const child of parent.children) if (child.children !== undefined) waiting.push(child)
  }
}
