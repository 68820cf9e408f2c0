import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The nonce of the Content-Security-Policy: the server puts a new one in its place with every page.
const NONCE_PLACEHOLDER = '__NONCE__'

/** `vite build`: the web app into dist/web. `vite build --ssr`: pages that need no JavaScript into dist/pages.js.
 *  `vite`: the web app while developing, with the server of DANDELION_API behind it, and /dev/stories. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
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
    ssr: isSsrBuild ? 'src/app/pages-entry.tsx' : false,
    rolldownOptions: isSsrBuild ? { output: { entryFileNames: 'pages.js' } } : {},
  },
  server: {
    strictPort: true,
    proxy: { '^/(api|health|metrics|lobby)(/|$)': { target: process.env.DANDELION_API ?? 'http://localhost:4000' } },
  },
}))
