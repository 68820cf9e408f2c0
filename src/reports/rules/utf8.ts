/** How many bytes a text has in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0
  for (const letter of text) bytes += bytesOf(letter.codePointAt(0) ?? 0)
  return bytes
}

/** The part of a text between two offsets in bytes of its UTF-8; undefined when an offset lies outside, or within a
 *  character, or nothing is between them. */
export function sliceBytes(text: string, start: number, end: number): string | undefined {
  if (start < 0 || end <= start) return undefined
  let [bytes, at, from] = [0, 0, -1]
  for (const letter of text) {
    if (bytes === start) from = at
    if (bytes === end) return from < 0 ? undefined : text.slice(from, at)
    bytes += bytesOf(letter.codePointAt(0) ?? 0)
    at += letter.length
  }
  return bytes === end && from >= 0 ? text.slice(from) : undefined
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

/** A check sum of a text (FNV-1a, 32 bits over its UTF-16 units): tells a shifted quote from the one that was meant, and
 *  is too short to lead back to words that were taken back. */
export function checkSum(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}
