import { useCallback, useEffect, useRef, useState } from 'react'
import { RefusalError } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { api } from './api.ts'
import { readLocal, writeLocal } from './local-copy.ts'

export type Written = { readonly kind: ContributionView['kind']; readonly title: string; readonly body: string }

/** Where the text is safe: nowhere yet (`typed`), on this device, or on the server. */
export type Kept = 'nothing' | 'typed' | 'device' | 'server'

/** How long after the last key the draft is sent. */
const PAUSE_MS = 700
const TRY_AGAIN_MS = 5000

export function isWritten(value: unknown): value is Written {
  const { kind, title, body } = (value ?? {}) as Partial<Written>
  return typeof kind === 'string' && typeof title === 'string' && typeof body === 'string'
}

/** Another tab may be writing at the same place: only these words are dropped from this device. */
function dropLocal(key: string, words: Written): void {
  const local = readLocal(key, isWritten)
  if (local?.title === words.title && local.body === words.body) writeLocal(key, undefined)
}

const isBlank = ({ title, body }: Written) => title === '' && body === ''

/** Without an answer the person simply begins anew: nothing was typed yet. */
async function draftOnServer(place: string): Promise<Written | undefined> {
  try {
    const { draft } = await api.call('GET /api/drafts/:place', { place })
    return draft ? { kind: draft.kind, title: draft.title, body: draft.body } : undefined
  } catch {
    return undefined
  }
}

export function joined(draft: Written, typed: Written): Written {
  return {
    kind: typed.kind,
    title: typed.title || draft.title,
    body: [draft.body, typed.body].filter(Boolean).join('\n\n'),
  }
}

async function sendDraft(place: string, draft: Written): Promise<'kept' | 'refused' | 'unreachable'> {
  try {
    await api.call('PUT /api/drafts/:place', { place, ...draft })
    return 'kept'
  } catch (error) {
    return error instanceof RefusalError ? 'refused' : 'unreachable'
  }
}

/** Tells once what was written here earlier: what this device still holds, else the server's; not after it was stopped. */
function onEarlier(place: string, keeper: 'server' | 'device', tell: (draft: Written, isLocal: boolean) => void) {
  const local = readLocal(`draft:${place}`, isWritten)
  let gone = false
  if (local) tell(local, true)
  else if (keeper === 'server') {
    draftOnServer(place).then((draft) => {
      if (draft && !gone) tell(draft, false)
    })
  }
  return () => {
    gone = true
  }
}

/** What is being written at a place (`forum:ID`, `reply:ID`, `edit:ID`): kept on this device with every key and on the
 *  server after each pause, so that it is there after a crash, on another device, and after signing in. A stranger's
 *  `keeper` is the device alone. */
export function useDraft(place: string, empty: Written, keeper: 'server' | 'device' = 'server') {
  const [written, setWritten] = useState<Written>(empty)
  const [kept, setKept] = useState<Kept>('nothing')
  const line = useRef({ timer: 0, busy: Promise.resolve(), latest: empty, touched: false })
  const key = `draft:${place}`

  const save = useCallback(async (): Promise<void> => {
    const { latest } = line.current
    const outcome = keeper === 'device' ? 'refused' : await sendDraft(place, latest)
    if (line.current.latest !== latest) return
    if (outcome === 'kept') dropLocal(key, latest)
    setKept(isBlank(latest) ? 'nothing' : outcome === 'kept' ? 'server' : 'device')
    // Signed out or refused: it stays on this device until somebody may keep it.
    if (outcome === 'unreachable') line.current.timer = window.setTimeout(queue, TRY_AGAIN_MS)
    function queue() {
      line.current.busy = line.current.busy.then(save)
    }
  }, [place, key, keeper])

  const change = useCallback(
    (next: Written) => {
      line.current.latest = next
      line.current.touched = true
      setWritten(next)
      setKept('typed')
      writeLocal(key, next)
      window.clearTimeout(line.current.timer)
      line.current.timer = window.setTimeout(() => {
        line.current.busy = line.current.busy.then(save)
      }, PAUSE_MS)
    },
    [key, save],
  )

  useEffect(() => {
    const own = line.current
    return onEarlier(place, keeper, (draft, isLocal) => {
      // Typed (or quoted) before the draft came: the draft goes in front, nothing is lost.
      if (isLocal || own.touched) return change(isLocal ? draft : joined(draft, own.latest))
      own.latest = draft
      setWritten(draft)
      setKept('server')
    })
  }, [place, change, keeper])

  /** Waits until no draft is on its way, so that it cannot come after what was made of it. */
  const settle = useCallback(async () => {
    window.clearTimeout(line.current.timer)
    await line.current.busy
  }, [])

  /** The server has what was made of this text and forgot its draft: so does this device. What was typed since stays. */
  const forget = useCallback(
    (sent: Written) => {
      const { latest } = line.current
      if (latest.title !== sent.title || latest.body !== sent.body) return change(latest)
      window.clearTimeout(line.current.timer)
      dropLocal(key, latest)
      line.current.latest = empty
      line.current.touched = false
      setWritten(empty)
      setKept('nothing')
    },
    [empty, key, change],
  )

  return { written, change, kept, settle, forget }
}
