import fs from 'node:fs'
import path from 'node:path'
import { runTool } from './run-tool.ts'
import { type Finding, readTree } from './source-tree.ts'

/** Folders whose imports are followed. `bin` and the bootstrap run before anything is installed and import nothing. */
const CRUISED = ['src', 'dev', 'test', 'bench', 'faults'] as const

type Violation = { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }
type Cruise = { modules: { source: string }[]; summary: { violations: Violation[] } }

function findingOf({ from, to, rule, cycle }: Violation): Finding {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' -> ') : `${from} -> ${to}`
  return { rule: rule.name, file: from, message: way }
}

/** A cruise that saw fewer files than there are proves nothing: it names each file it did not see. */
export function unseenFiles(seen: readonly string[], present: readonly string[]): Finding[] {
  const known = new Set(seen)
  return present
    .filter((file) => !known.has(file))
    .map((file) => ({ rule: 'every-file-cruised', file, message: 'was not looked at by dependency-cruiser' }))
}

/** Checks who imports whom in the tree at `root` against .dependency-cruiser.mjs. */
export async function walls(root: string): Promise<Finding[]> {
  const folders = CRUISED.filter((folder) => fs.existsSync(path.join(root, folder)))
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders]
  const { output } = await runTool(root, 'depcruise', args)
  if (!output.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${output}`)
  const cruise = JSON.parse(output) as Cruise
  const present = readTree(root)
    .code.map((file) => file.path)
    .filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)))
  const seen = cruise.modules.map((module) => module.source)
  return [...cruise.summary.violations.map(findingOf), ...unseenFiles(seen, present)]
}
