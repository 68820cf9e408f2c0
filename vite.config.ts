import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The nonce of the Content-Security-Policy: the server puts a new one in its place with every page.
const NONCE_PLACEHOLDER = '__NONCE__'

// One file for what every page needs; the first page stays within 12 requests. Catalogues and lazy parts stay apart.
const basis = {
  name: 'basis',
  test: (id: string) =>
    /\/node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@tanstack)\//.test(id) ||
    (/\/src\/(?:web-kit|kernel)\/[^?]*[.]tsx?$/.test(id) && !/\/lazy\/|messages[.]..[.]ts$|stories/.test(id)),
}

// Which layer outranks which must be said before any of them, whatever order the bundler puts the files in.
const layersFirst: Plugin = {
  name: 'layers-first',
  enforce: 'pre',
  transform: (code, id) => (/\/src\/[^?]*[.]css$/.test(id) ? `@layer base, kit, page;\n${code}` : undefined),
}

/** `vite build`: the web app into dist/web. `vite build --ssr`: pages that need no JavaScript into dist/pages.js.
 *  `vite`: the web app while developing, with the server of DANDELION_API behind it, and /dev/stories. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [layersFirst, react()],
  appType: 'spa',
  publicDir: false,
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: isSsrBuild ? 'dist' : 'dist/web',
    emptyOutDir: !isSsrBuild,
    // Browsers from 2024 on: light-dark(), :dir(), CSS layers and nesting as they are written.
    target: ['es2023', 'chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // One style sheet: pages without JavaScript link the same file, and nothing appears unstyled.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    manifest: isSsrBuild ? false : 'manifest.json',
    reportCompressedSize: false,
    rolldownOptions: isSsrBuild
      ? { output: { entryFileNames: 'pages.js' } }
      : { output: { codeSplitting: { groups: [basis] } } },
  },
  server: {
    strictPort: true,
    proxy: { '^/(api|health|metrics|lobby)(/|$)': { target: process.env.DANDELION_API ?? 'http://localhost:4000' } },
  },
}))
