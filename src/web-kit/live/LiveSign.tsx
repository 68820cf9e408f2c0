import { useContext, useEffect, useState } from 'react'
import { say } from '../kit-say.ts'
import { LiveContext } from './use-live.ts'

/** A stream that comes back within this time was never missed by anybody. */
const UNNOTICED_MS = 5_000

/** Says that nothing new arrives while the stream is interrupted, and is gone when it is back. It stays silent until the
 *  stream has been live once: pages that follow nothing have no stream to miss. */
export function LiveSign() {
  const live = useContext(LiveContext)
  const [interrupted, setInterrupted] = useState(false)
  useEffect(() => {
    if (!live) return undefined
    let wasLive = live.state() === 'live'
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = (): void => {
      clearTimeout(timer)
      if (live.state() === 'live') {
        wasLive = true
        setInterrupted(false)
      } else if (wasLive) timer = setTimeout(() => setInterrupted(true), UNNOTICED_MS)
    }
    const forget = live.onState(changed)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [live])
  return (
    <div role="status" className="live-sign">
      {interrupted && <p>{say('kit.live.interrupted')}</p>}
    </div>
  )
}
