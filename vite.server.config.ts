import { globSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { noteInputs } from './src/app/note-inputs.ts'
import { nameBundled } from './src/platform/find-bundled.ts'

// The server in few files (src/app/bundle.ts): a start that loads two thousand spends most of its time on finding them.

const root = import.meta.dirname

/** Code finds what lies beside it by its own address, and goes on to do so: each file keeps the one it had. */
const addresses: Plugin = {
  name: 'addresses',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/[^?]*[.]ts$/, code: /import[.]meta[.]url/ },
    handler(code, id) {
      const own = `new URL(${JSON.stringify(`../../${path.relative(root, id)}`)}, import.meta.url).href`
      return code.replaceAll('import.meta.url', own)
    },
  },
}

const inputs = noteInputs({
  root,
  also: ['package-lock.json', 'vite.server.config.ts'],
  to: (dir) => path.join(dir, 'inputs.json'),
})

/** The command line, and each thread by itself: it begins with what it computes with. */
const entries = ['src/app/cli.ts', ...globSync('src/*/worker/*thread.ts', { cwd: root })]

export default defineConfig({
  root,
  publicDir: false,
  plugins: [addresses, inputs],
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      // None of our modules does anything when it is loaded: what a thread does not use of one, it does not load.
      treeshake: { moduleSideEffects: [{ test: /[/]src[/][^?]*[.]ts$/, sideEffects: false }] },
      input: entries,
      output: {
        entryFileNames: ({ facadeModuleId }) => nameBundled(path.relative(root, facadeModuleId ?? '')),
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
  ssr: {
    noExternal: true,
    // Packages that look for files of their own or load each other, or are one file already.
    external: [
      ...[
        '@fastify/static',
        '@fastify/swagger',
        'eld',
        'graphile-worker',
        'nodemailer',
        'pg',
        'pino',
        'snowball-stemmers',
      ],
      ...['stopwords-iso', 'vite'],
    ],
  },
})
