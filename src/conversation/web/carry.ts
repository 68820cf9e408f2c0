import { api } from './api.ts'
import { readLocal, writeLocal } from './local-copy.ts'
import { isWritten, joined, type Written } from './use-draft.ts'

/** Puts words after what was already begun at another place; true once the server keeps them there. Otherwise all is as
 *  it was, so that words are never between two places. */
export async function carryTo(place: string, words: Written): Promise<boolean> {
  const key = `draft:${place}`
  const onDevice = readLocal(key, isWritten)
  try {
    const { draft } = onDevice ? { draft: onDevice } : await api.call('GET /api/drafts/:place', { place })
    const { kind, title, body } = draft ? joined(draft, words) : words
    await api.call('PUT /api/drafts/:place', { place, kind, title, body })
    // What stands there opens with the place; the older words of this device would come before the server's.
    writeLocal(key, { kind, title, body })
    return true
  } catch {
    return false
  }
}
