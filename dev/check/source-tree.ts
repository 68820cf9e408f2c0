import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** What a check has to say: the rule's name, where, and what to do. */
export type Finding = {
  readonly rule: string
  readonly file: string
  readonly line?: number
  readonly message: string
}

/** One file of the tree: its path from the root with forward slashes, and its text. */
export type TextFile = { readonly path: string; readonly text: string }

/** All text files of the repository at `root`, read once, for the checks that look at text or syntax. */
export type SourceTree = {
  readonly root: string
  readonly files: readonly TextFile[]
  /** TypeScript and JavaScript, tests included. */
  readonly code: readonly TextFile[]
  /** The syntax of one code file, with parents; parsed once. */
  syntaxOf(file: TextFile): ts.SourceFile
}

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'data', 'coverage', '.cache'])
const TEXT = /\.(?:ts|tsx|mjs|js|json|css|sql|md|html|sh|yml|yaml|txt)$/
const CODE = /\.(?:ts|tsx|mjs)$/
const BIGGEST_TEXT_BYTES = 2_000_000

function textFilesIn(root: string, folder: string): TextFile[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry): TextFile[] => {
    const place = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : textFilesIn(root, place)
    if (!entry.isFile() || !(TEXT.test(entry.name) || place.startsWith('.ci/') || entry.name.startsWith('.npm')))
      return []
    const full = path.join(root, place)
    if (fs.statSync(full).size > BIGGEST_TEXT_BYTES) return []
    return [{ path: place, text: fs.readFileSync(full, 'utf8') }]
  })
}

/** Reads the tree at `root`, without what is installed, built or left by a running product. */
export function readTree(root: string): SourceTree {
  const files = textFilesIn(root, '')
  const parsed = new Map<string, ts.SourceFile>()
  return {
    root,
    files,
    code: files.filter((file) => CODE.test(file.path)),
    syntaxOf(file) {
      const known = parsed.get(file.path)
      if (known) return known
      const kind = file.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
      const syntax = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind)
      parsed.set(file.path, syntax)
      return syntax
    },
  }
}

/** Tests and browser journeys: held to the style, free of the walls. */
export function isTest(file: TextFile): boolean {
  return /\.(?:test|spec)\.tsx?$/.test(file.path) || file.path.startsWith('test/')
}

/** The line (from 1) on which a node begins. */
export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile()
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}

/** Visits a node and everything below it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}
