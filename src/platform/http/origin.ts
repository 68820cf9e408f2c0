import { Refusal } from '../../kernel/index.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Refuses a mutation that another site asked the browser for: the Origin header must be that of PUBLIC_URL (on the
 *  operator's own machine, any of its loopback names). A request without the header is refused too. */
export function ensureOwnOrigin(origin: string | undefined, publicUrl: URL): void {
  if (origin === publicUrl.origin) return
  if (origin && LOOPBACK.has(publicUrl.hostname) && URL.canParse(origin)) {
    const url = new URL(origin)
    if (LOOPBACK.has(url.hostname) && url.port === publicUrl.port && url.protocol === publicUrl.protocol) return
  }
  throw new Refusal('origin.foreign', { status: 403, values: { publicUrl: publicUrl.origin } })
}
