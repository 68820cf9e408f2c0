/** Is the fault outside the work (connection, lock, limit, full disk), so that trying again may help without end?
 *  Everything else would fail the same way each time. */
export function isPassing(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return /^(08|25|40|53|55|57|58|E[A-Z])/.test(code)
  return typeof message === 'string' && /terminated|timeout|timed out|not queryable|after calling end/i.test(message)
}

/** The sentence of an error, for a log line or a table; never its stack. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
