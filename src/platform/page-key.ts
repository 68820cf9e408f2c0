/** The key of a list's last item as one opaque word for the address line (see `Cursor`). No part may hold "|". */
export function encodeKey(...parts: readonly string[]): string {
  return Buffer.from(parts.join('|')).toString('base64url')
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Could these two parts of a key be the instant and the id of a row? Whoever makes up a cursor finds the door closed
 *  here, not an error of the database. */
export function isPlace(at: string, id: string): boolean {
  const instant = new Date(at)
  return ID.test(id) && at >= '0001' && !Number.isNaN(instant.getTime()) && instant.toISOString() === at
}

/** The parts again; what never came from encodeKey gives parts that no list knows. */
export function decodeKey(word: string): string[] {
  return Buffer.from(word, 'base64url').toString().split('|')
}
