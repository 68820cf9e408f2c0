import fs from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import type { Input } from '../platform/find-bundled.ts'

/** How the name of such a list ends. */
export const INPUTS = '.inputs.json'

type Noting = {
  readonly root: string
  /** What decides about the build beside the modules in it. What comes from packages changes with the lockfile alone. */
  readonly also: readonly string[]
  /** Where the list goes, by the folder of what is built. */
  readonly to: (dir: string) => string
}

/** For Vite: notes from which files of src a build is made, each as it is when it is read, as a list of `Input`. */
export function noteInputs({ root, also, to }: Noting): Plugin {
  const inputs = new Map<string, Input[1]>()
  const note = (file: string): void => {
    const { size, mtimeMs } = fs.statSync(path.join(root, file))
    inputs.set(file, [size, mtimeMs])
  }
  return {
    name: 'note-inputs',
    apply: 'build',
    enforce: 'pre',
    buildStart: () => also.forEach(note),
    transform: {
      filter: { id: /\/src\// },
      handler(_code, id) {
        const [file = ''] = path.relative(root, id).split('?')
        if (file.startsWith('src/')) note(file)
      },
    },
    writeBundle({ dir = '' }) {
      fs.writeFileSync(to(dir), JSON.stringify([...inputs]))
    },
  }
}
