import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/

/** On https the name's prefix makes the browser insist on Secure and on this host alone. */
export function cookieName(publicUrl: URL): string {
  return publicUrl.protocol === 'https:' ? '__Host-dandelion' : 'dandelion'
}

/** A secret of 256 bits for links and cookies; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256: enough for a secret of 256 bits, which nobody guesses; passwords go another way. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The hash of the session's token in the request's cookie, or undefined when there is none of the right shape. */
export function sessionHashOf(request: FastifyRequest, publicUrl: URL): Buffer | undefined {
  const token = request.cookies[cookieName(publicUrl)]
  return token && TOKEN_PATTERN.test(token) ? hashToken(token) : undefined
}

/** Gives the browser its session: out of reach of scripts, not sent along by other sites, on https never in the clear. */
export function setSessionCookie(
  reply: FastifyReply,
  publicUrl: URL,
  session: { token: string; expiresAt: Date },
): void {
  reply.setCookie(cookieName(publicUrl), session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.protocol === 'https:',
    expires: session.expiresAt,
  })
}

/** Takes the cookie back; that the session itself has ended is the caller's part. */
export function clearSessionCookie(reply: FastifyReply, publicUrl: URL): void {
  reply.clearCookie(cookieName(publicUrl), { path: '/', secure: publicUrl.protocol === 'https:' })
}
