/** The key of a list's last item as one opaque word for the address line (see `Cursor`). No part may hold "|". */
export function encodeKey(...parts: readonly string[]): string {
  return Buffer.from(parts.join('|')).toString('base64url')
}

/** The parts again; what never came from encodeKey gives parts that no list knows. */
export function decodeKey(word: string): string[] {
  return Buffer.from(word, 'base64url').toString().split('|')
}
