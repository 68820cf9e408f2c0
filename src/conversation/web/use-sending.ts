import { useCallback, useEffect, useRef, useState } from 'react'
import { type CallError, newIntention, RefusalError } from '../../web-kit/index.ts'
import { readLocal, writeLocal } from './local-copy.ts'

type Intention = { readonly key: string; readonly text: string }
type Call<A> = (options: { intention: string }) => Promise<A>

export type Sending = {
  /** `waiting`: nobody answers; it is sent again by itself, as the same intention. */
  readonly state: 'idle' | 'sending' | 'waiting'
  readonly refusal: CallError | null
  readonly tryNow: () => void
}

const PAUSES_MS = [2000, 4000, 8000, 15_000]

function isIntention(value: unknown): value is Intention {
  const { key, text } = (value ?? {}) as Partial<Intention>
  return typeof key === 'string' && typeof text === 'string'
}

/** Sends what was written until the server has answered, even over a reload: the same text at the same place is one
 *  intention with one Idempotency-Key, so that it arrives once. */
export function useSending<A>(place: string) {
  const [state, setState] = useState<Sending['state']>('idle')
  const [refusal, setRefusal] = useState<CallError | null>(null)
  const wake = useRef<() => void>(() => undefined)
  const gone = useRef(false)

  useEffect(() => {
    gone.current = false
    const online = () => wake.current()
    window.addEventListener('online', online)
    return () => {
      gone.current = true
      window.removeEventListener('online', online)
      wake.current()
    }
  }, [])

  const send = useCallback(
    async (text: string, call: Call<A>): Promise<A | undefined> => {
      const intention = intentionFor(place, text)
      setRefusal(null)
      for (let tries = 0; !gone.current; tries += 1) {
        setState('sending')
        try {
          const answer = await call({ intention })
          writeLocal(storedAt(place), undefined)
          setState('idle')
          return answer
        } catch (error) {
          if (error instanceof RefusalError) {
            writeLocal(storedAt(place), undefined)
            setRefusal(error)
            setState('idle')
            return undefined
          }
        }
        setState('waiting')
        await pause(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0, wake)
      }
      return undefined
    },
    [place],
  )
  const sending: Sending = { state, refusal, tryNow: () => wake.current() }
  return { send, sending }
}

const storedAt = (place: string) => `sending:${place}`

function intentionFor(place: string, text: string): string {
  const before = readLocal(storedAt(place), isIntention)
  if (before?.text === text) return before.key
  const key = newIntention()
  writeLocal(storedAt(place), { key, text })
  return key
}

function pause(ms: number, wake: { current: () => void }): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, ms * (0.75 + Math.random() / 2))
    wake.current = () => {
      window.clearTimeout(timer)
      resolve()
    }
  })
}
