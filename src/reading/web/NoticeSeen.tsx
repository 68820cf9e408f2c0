import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { type Sight, SightContext } from '../../conversation/web/index.ts'
import { patiently } from '../../web-kit/lazy-part.ts'
import { api } from './api.ts'

type NoticeProps = {
  readonly isKnown: boolean
  /** The venue whose page this is: that it was opened is noted once. */
  readonly venueId?: string
  readonly children: ReactNode
}

/** Notices which contributions are read on the pages within, by somebody who is signed in and has not stopped it. Its code
 *  comes after the page. */
export function NoticeSeen({ isKnown, venueId, children }: NoticeProps) {
  const [isRefused, setRefused] = useState(false)
  const [sight, setSight] = useState<Sight | null>(null)
  // Not asked for: the profile page says what was chosen there, the first batch what was chosen before.
  const chosen = useQuery({ ...api.answerOf('GET /api/reading'), enabled: false }).data?.kept
  const isOn = isKnown && (chosen ?? !isRefused)
  useQuery({
    queryKey: ['reading.opened', venueId],
    queryFn: () => api.call('PUT /api/venues/:venueId/opened', { venueId: venueId ?? '' }),
    enabled: isOn && venueId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => (isOn ? begin(setSight, () => setRefused(true)) : undefined), [isOn])
  return <SightContext value={sight}>{children}</SightContext>
}

function begin(onSight: (change: () => Sight | null) => void, onRefused: () => void): () => void {
  const ending: { end?: () => void; isOver?: true } = {}
  void patiently(() => import('./notice.ts')).then(({ openNotice }) => {
    if (ending.isOver) return
    const notice = openNotice(async (contributionIds, keepalive) => {
      const { kept } = await api.call('POST /api/reading/seen', { contributionIds }, { keepalive })
      if (!kept) onRefused()
    })
    ending.end = notice.start()
    onSight(() => notice.look)
  })
  return () => {
    ending.isOver = true
    ending.end?.()
    onSight(() => null)
  }
}
