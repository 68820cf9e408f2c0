import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from '../kernel/index.ts'
import { projectRoot } from '../platform/index.ts'

const NONCE_PLACEHOLDER = '__NONCE__'
const builtWeb = path.join(projectRoot, 'dist', 'web')

/** What a page of ours may do: our own scripts, our own styles and those with this answer's nonce, our own server. */
export function contentSecurity(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Serves the built web app: files with their hash in the name for good, and the one page for every path a person may
 *  open. What is neither a file, a route nor a page is "not found" as everywhere. */
export async function registerWeb(app: FastifyInstance): Promise<void> {
  const page = await readFile(path.join(builtWeb, 'index.html'), 'utf8').catch(() => undefined)
  await app.register(fastifyStatic, {
    root: path.join(builtWeb, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
    setHeaders: (response) => {
      response.header('cross-origin-resource-policy', 'same-origin')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    if (!page || !wantsPage(request)) throw notFound()
    return sendPage(reply, page)
  })
}

/** Whoever takes HTML; and whoever takes anything, such as what looks whether we are up or shows a link's title in a chat,
 *  unless it asks for a file by its name. */
function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const [asked = ''] = request.url.split('?', 1)
  if (/^\/(?:api|assets|health|metrics|lobby|method)(?:\/|$)/.test(asked)) return false
  const { accept = '*/*' } = request.headers
  return accept.includes('text/html') || (accept.includes('*/*') && path.posix.extname(asked) === '')
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .headers({ 'content-security-policy': contentSecurity(nonce), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(NONCE_PLACEHOLDER, nonce))
}
