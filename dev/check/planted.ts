/** One violation of each kind, to be planted in a tree that has the house's settings. Every plant is written into files of
 *  its own, and its rule must complain about exactly the file named `complains`. */
export type Plant = {
  readonly rule: string
  readonly complains: string
  readonly files: Readonly<Record<string, string>>
}

const value = 'export const planted = 1\n'
const uses = (specifier: string): string => `import { planted } from '${specifier}'\n\nexport const used = planted\n`

/** A plant of one file that imports another one's `planted`. */
function imports(rule: string, from: string, to: readonly [specifier: string, file: string]): Plant {
  return { rule, complains: from, files: { [to[1]]: value, [from]: uses(to[0]) } }
}

function alone(rule: string, file: string, text: string): Plant {
  return { rule, complains: file, files: { [file]: text } }
}

/** Who imports whom: found by dependency-cruiser. */
export const importPlants: readonly Plant[] = [
  imports('rows-look-down', 'src/kernel/plant-upward.ts', ['../plan/index.ts', 'src/plan/index.ts']),
  imports('rows-look-down', 'src/plan/plant-sideways.ts', ['../outreach/index.ts', 'src/outreach/index.ts']),
  imports('known-module', 'src/plan/plant-unknown.ts', ['../nowhere/index.ts', 'src/nowhere/index.ts']),
  imports('through-the-door', 'src/app/plant-internals.ts', ['../plan/internal.ts', 'src/plan/internal.ts']),
  imports('pages-only-for-the-app', 'src/insight/web/plant-page.tsx', [
    '../../plan/web/PlanPage.tsx',
    'src/plan/web/PlanPage.tsx',
  ]),
  {
    rule: 'no-cycles',
    complains: 'src/plan/plant-cycle-back.ts',
    files: {
      'src/plan/plant-cycle.ts': uses('./plant-cycle-back.ts'),
      'src/plan/plant-cycle-back.ts': `export { used as other } from './plant-cycle.ts'\n${value}`,
    },
  },
  alone('sql-only-in-store', 'src/plan/plant-driver.ts', "import pg from 'pg'\n\nexport const used = pg.Pool\n"),
  imports('store-behind-use-cases', 'src/plan/routes.ts', ['./store.ts', 'src/plan/store.ts']),
  alone(
    'rules-without-io',
    'src/plan/rules/plant-io.ts',
    "import fs from 'node:fs'\n\nexport const used = fs.statSync\n",
  ),
  imports('rules-without-io', 'src/plan/rules/plant-use-case.ts', ['../open-plan.ts', 'src/plan/open-plan.ts']),
  imports('rules-know-pure-doors-only', 'src/notifications/rules/plant-door.ts', [
    '../../insight/index.ts',
    'src/insight/index.ts',
  ]),
  imports('server-without-web', 'src/plan/plant-web.ts', ['./web/index.ts', 'src/plan/web/index.ts']),
  alone(
    'server-without-web',
    'src/plan/plant-react.ts',
    "import { useState } from 'react'\n\nexport const used = useState\n",
  ),
  imports('web-without-server', 'src/plan/web/plant-server.tsx', ['../close-plan.ts', 'src/plan/close-plan.ts']),
  alone(
    'web-without-node',
    'src/plan/web/plant-fastify.ts',
    "import fastify from 'fastify'\n\nexport const used = fastify\n",
  ),
  alone(
    'web-without-node-core',
    'src/plan/web/plant-node.ts',
    "import os from 'node:os'\n\nexport const used = os.cpus\n",
  ),
  imports('web-kit-without-domain', 'src/web-kit/plant-domain.ts', ['../plan/contract.ts', 'src/plan/contract.ts']),
  imports('product-without-workshop', 'src/plan/plant-workshop.ts', ['../../dev/plant-tool.ts', 'dev/plant-tool.ts']),
  alone(
    'product-without-dev-packages',
    'src/plan/plant-dev-package.ts',
    "import fc from 'fast-check'\n\nexport const used = fc.string\n",
  ),
  alone(
    'resolvable',
    'src/plan/plant-nothing.ts',
    "import { planted } from './nothing.ts'\n\nexport const used = planted\n",
  ),
]

const privatePath = ['', 'root', 'notes.txt'].join('/')

/** Size, names, documentation, texts and schemas: found by dev/check/shape.ts. */
export const shapePlants: readonly Plant[] = [
  alone('file-size', 'src/plan/plant-long.ts', '// a line\n'.repeat(301)),
  alone('forbidden-name', 'src/plan/plan-helper.ts', value),
  alone('forbidden-name', 'src/plan/plant-name.ts', 'export class PlanManager {}\n'),
  alone('loose-end', 'src/plan/plant-mark.ts', `// ${'TO'}${'DO'}: later\n${value}`),
  {
    rule: 'documented-door',
    complains: 'src/proficiency/plant-silent.ts',
    files: {
      'src/proficiency/index.ts': "export { planted as seen } from './plant-silent.ts'\n",
      'src/proficiency/plant-silent.ts': value,
    },
  },
  alone('door-names-what-it-shows', 'src/anonymous/index.ts', "export * from './plant-all.ts'\n"),
  alone('no-machine-path', 'docs/plant-path.md', `See ${privatePath}.\n`),
  alone('no-registry-host', '.npmrc', 'registry=https://registry.example\n'),
  alone('migration-header', 'db/migrations/9998-plant.sql', 'create table plant (id int);\n'),
  alone('migration-header', 'db/migrations/plant.sql', '-- Why: none.\n'),
  alone('text-in-catalogue', 'src/plan/web/PlantWords.tsx', 'export const Words = () => <p>Good morning</p>\n'),
  alone('text-in-catalogue', 'src/plan/web/PlantLabel.tsx', 'export const Label = () => <p title="Good morning" />\n'),
  alone(
    'sql-text-only-in-store',
    'src/plan/plant-sql.ts',
    "export const query = 'select id from person where id = $1'\n",
  ),
  alone('safe-regular-expression', 'src/plan/plant-slow.ts', 'export const slow = /^(a+)+$/\n'),
  alone(
    'safe-regular-expression',
    'src/plan/plant-built.ts',
    'export const built = (text: string) => new RegExp(text)\n',
  ),
  alone(
    'string-has-length',
    'src/governance/contract.ts',
    "import { Type } from 'typebox'\n\nexport const Name = Type.String()\n",
  ),
  alone(
    'array-has-size',
    'src/anonymous/contract.ts',
    "import { Type } from 'typebox'\n\nexport const Names = Type.Array(Type.Integer())\n",
  ),
  alone(
    'unknown-keys-refused',
    'src/outreach/contract.ts',
    "import { Type } from 'typebox'\n\nexport const route = { body: Type.Object({ n: Type.Integer() }) }\n",
  ),
  {
    rule: 'catalogues-agree',
    complains: 'src/plan/messages.de.ts',
    files: {
      'src/plan/messages.en.ts': "export const english = { 'plan.title': 'Plan of {name}', 'plan.end': 'End' }\n",
      'src/plan/messages.de.ts': "export const german = { 'plan.title': 'Plan' }\n",
    },
  },
  {
    rule: 'words-are-loaded',
    complains: 'src/plan/web/PlantUnheard.tsx',
    files: {
      'src/app/web/words.en.ts': "export const words = { 'plan.title': 'Plan' }\n",
      'src/app/web/plant-pages.ts': "page('/plan', () => import('../../plan/web/PlantUnheard.tsx'))\n",
      'src/plan/web/PlantUnheard.tsx': "export const Unheard = () => <p>{say('plan.unheard')}</p>\n",
    },
  },
]

/** Style: found by Biome. */
export const lintPlants: readonly Plant[] = [
  alone('noExplicitAny', 'src/plan/plant-any.ts', 'export const loose: any = 1\n'),
  alone('noDefaultExport', 'src/plan/plant-default.ts', 'export default 1\n'),
  alone('noNonNullAssertion', 'src/plan/plant-bang.ts', 'export const sure = (text?: string) => text!\n'),
  alone('noEnum', 'src/plan/plant-enum.ts', 'export enum Phase {\n  Open,\n}\n'),
  alone(
    'noDangerouslySetInnerHtml',
    'src/plan/web/PlantHtml.tsx',
    'export const Raw = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />\n',
  ),
  alone('noFocusedTests', 'src/plan/plant.test.ts', "import { test } from 'vitest'\n\ntest.only('alone', () => {})\n"),
  alone('useFilenamingConvention', 'src/plan/plant_case.ts', value),
]

/** The browser or Node in a file that both sides share: found by tsc with tsconfig.pure.json. */
export const purePlants: readonly Plant[] = [
  alone('Cannot find name', 'src/plan/rules/plant-browser.ts', 'export const width = () => window.innerWidth\n'),
  alone('Cannot find name', 'src/kernel/plant-process.ts', 'export const args = () => process.argv\n'),
]

/** Code that nothing uses: found by knip. */
export const deadPlants: readonly Plant[] = [alone('Unused files', 'src/plan/plant-dead.ts', value)]

/** A file that breaks nothing, planted beside the others. */
export const sound: Plant = alone('none', 'src/plan/rules/plant-sound.ts', '/** Sound. */\nexport const sound = 1\n')
