import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyReply } from 'fastify'
import { projectRoot } from '../platform/index.ts'

/** What stands around a page that needs no JavaScript. */
export type Frame = {
  language: string
  timeZone: string
  title: string
  organisation: string
  stylesheet: string
  mayBeIndexed: boolean
}

/** What dist/pages.js gives (src/app/pages-entry.tsx): the server itself never loads the web. */
type Pages = {
  readonly pages: {
    lobby(props: object, frame: Frame): string
    lobbyThread(props: object, frame: Frame): string
    absent(frame: Frame): string
    method(props: object, frame: Frame): string
  }
}

export type Built = Pages & { readonly stylesheet: string }

/** Nothing runs on these pages, and nothing is loaded from elsewhere. */
const CONTENT_SECURITY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A public lobby may be this old before it is asked for again. */
const PUBLIC_SECONDS = 30

/** Loads the built pages with the first that is asked for. The web may be built while the server runs (development): what
 *  failed is tried again, what came stays. */
export function loadOnce(): () => Promise<Built> {
  let loading: Promise<Built> | undefined
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
}

async function load(): Promise<Built> {
  const dist = path.join(projectRoot, 'dist')
  const manifest = JSON.parse(await readFile(path.join(dist, 'web', 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string } | undefined
  >
  const loaded = (await import(pathToFileURL(path.join(dist, 'pages.js')).href)) as Pages
  return { pages: loaded.pages, stylesheet: `/${manifest['style.css']?.file ?? ''}` }
}

/** Sends a page: nothing runs on it, and nothing is loaded from elsewhere. */
export function send(
  reply: FastifyReply,
  html: string,
  { status = 200, isPublic = false }: { status?: number; isPublic?: boolean },
): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-security-policy': CONTENT_SECURITY,
      'cache-control': isPublic ? `public, max-age=${PUBLIC_SECONDS}` : 'no-store',
      vary: 'Accept-Language, Cookie',
      'referrer-policy': 'no-referrer',
    })
    .type('text/html; charset=utf-8')
    .send(html)
}
