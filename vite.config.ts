import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { INPUTS, noteInputs } from './src/app/note-inputs.ts'

// The nonce of the Content-Security-Policy: the server puts a new one in its place with every page.
const NONCE_PLACEHOLDER = '__NONCE__'

// Few files, so that the first page stays within 12 requests: one for what every page needs, a few for what pages share.
// Every page, every catalogue and every lazy part of the kit stays a file of its own.
const basis =
  /\/node_modules\/(?:react|react-dom|react-error-boundary|scheduler|use-sync-external-store|wouter|regexparam|@tanstack)\/|\/src\/(?:web-kit|kernel|app)\/[^?]*[.]tsx?$/
const apart = /\/lazy\/|stories|Page[.]tsx$|[.](?:en|de)[.]ts$/
const parts = (name: string, modules: RegExp, priority = 2) => ({
  name,
  priority,
  test: (id: string) => modules.test(id) && !apart.test(id),
})
// What only those open who set up a jam or run it: last, since a group takes along whatever its modules need.
const hosting =
  /\/src\/jams\/web\/(?:\w+Step|StepFoot|DateField|ForumForm|ForumsEditor|PeoplePicker|QuestionFields|CourseDialogs)[.]tsx$/
const talk =
  /\/src\/(?:conversation\/(?:web\/(?!ReadContribution)|rules|live-state)|reading\/web\/NoticeSeen|jams\/web\/use-media|jams\/web\/[^/]+[.]tsx$)/
const groups = [
  { name: 'basis', priority: 3, test: (id: string) => basis.test(id) && !apart.test(id) },
  parts('people-parts', /\/src\/(?:identity|organisation)\/(?:web|rules)\//),
  { name: 'talk-parts', priority: 2, test: (id: string) => talk.test(id) && !apart.test(id) && !hosting.test(id) },
  parts('host-parts', hosting, 1),
]

// Our components do nothing by being imported: a page takes from the door of another module only what it uses.
const moduleSideEffects = [{ test: /\/src\/[^/]+\/web\/(?!index|stories)[^?]*[.]tsx?$/, sideEffects: false }]

// Which layer outranks which must be said before any of them, whatever order the bundler puts the files in.
const layersFirst: Plugin = {
  name: 'layers-first',
  enforce: 'pre',
  transform: (code, id) => (/\/src\/[^?]*[.]css$/.test(id) ? `@layer base, kit, page;\n${code}` : undefined),
}

// Beside every text file its compressed twins, made once: a phone loads a third of the bytes, the server compresses nothing.
const compressed: Plugin = {
  name: 'compressed',
  apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  enforce: 'post',
  writeBundle: {
    // From what was written: until then the bundler still changes its files, and the twins must say the same.
    order: 'post',
    handler({ dir = '' }, bundle) {
      for (const { fileName } of Object.values(bundle)) {
        if (!/[.](?:js|css|svg)$/.test(fileName)) continue
        const file = path.join(dir, fileName)
        const source = readFileSync(file)
        if (source.length < 256) continue
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
        writeFileSync(`${file}.br`, brotliCompressSync(source, quality))
        writeFileSync(`${file}.gz`, gzipSync(source, { level: 9, memLevel: 9 }))
      }
    },
  },
}

// The entry has no file of its own: in the manifest the basis stands for it.
const basisInManifest: Plugin = {
  name: 'basis-in-manifest',
  apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const file = bundle['manifest.json']
      if (file?.type !== 'asset') throw new Error('vite made no manifest')
      const names = /"_basis-[^"]+"/g
      file.source = String(file.source).replace(names, '"index.html"')
    },
  },
}

// Beside what is built, where nobody is served it.
const inputs = (isSsrBuild = false): Plugin =>
  noteInputs({
    root: import.meta.dirname,
    also: ['index.html', 'package-lock.json', 'vite.config.ts'],
    to: (dir) => (isSsrBuild ? path.join(dir, 'pages.js') : dir) + INPUTS,
  })

/** `vite build`: the web app into dist/web. `vite build --ssr`: pages that need no JavaScript into dist/pages.js.
 *  `vite`: the web app while developing, with the server of DANDELION_API behind it, and /dev/stories. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [inputs(isSsrBuild), layersFirst, react(), compressed, basisInManifest],
  appType: 'spa',
  publicDir: false,
  // Pages for readers without JavaScript are one file with all they need: React as it is for production, whatever the
  // environment says, and one file to load instead of hundreds.
  ssr: { noExternal: true },
  ...(isSsrBuild && { define: { 'process.env.NODE_ENV': '"production"' } }),
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: isSsrBuild ? 'dist' : 'dist/web',
    emptyOutDir: !isSsrBuild,
    // Browsers from 2024 on: light-dark(), :dir(), CSS layers and nesting as they are written.
    target: ['es2023', 'chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // One style sheet: pages without JavaScript link the same file, and nothing appears unstyled.
    cssCodeSplit: false,
    // Every browser of the target knows modulepreload; without the stand-in the entry needs no file of its own.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: isSsrBuild ? false : 'manifest.json',
    reportCompressedSize: false,
    rolldownOptions: isSsrBuild
      ? { output: { entryFileNames: 'pages.js', codeSplitting: false } }
      : { output: { codeSplitting: { groups } }, treeshake: { moduleSideEffects } },
  },
  server: {
    strictPort: true,
    proxy: {
      '^/(api|health|metrics|lobby|method)(/|$)': { target: process.env.DANDELION_API ?? 'http://localhost:4000' },
    },
  },
}))
