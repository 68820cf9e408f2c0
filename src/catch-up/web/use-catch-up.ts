import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParam } from '../../web-kit/index.ts'
import { useLive } from '../../web-kit/live/index.ts'
import { MINUTES, SINCE } from '../contract.ts'
import { SECTIONS } from '../rules/arrange.ts'
import { api } from './api.ts'

const oneOf = <T extends string>(all: readonly T[], wanted: string | undefined): T | undefined =>
  all.find((one) => one === wanted)

/** What was asked for, as the address says it: it can be shared and comes back with the browser's history. */
export function useAsked() {
  const [minutes, setMinutes] = useSearchParam('minutes')
  const [since, setSince] = useSearchParam('since')
  const [only] = useSearchParam('only')
  const [jamId] = useSearchParam('jam')
  const chosen = MINUTES.find((one) => String(one) === minutes)
  const from = oneOf(SINCE, since)
  const section = oneOf(
    SECTIONS.map(({ key }) => key),
    only,
  )
  const asked = {
    ...(chosen && { minutes: chosen }),
    ...(from && { since: from }),
    ...(section && { only: section }),
    ...(jamId && { jamId }),
  }
  return { asked, setMinutes, setSince }
}

/** What I missed. It stays as it is while I read: what comes meanwhile is counted and waits until I ask for it. */
export function useCatchUp(asked: ReturnType<typeof useAsked>['asked']) {
  const [waiting, setWaiting] = useState(0)
  const view = useQuery({
    ...api.answerOf('GET /api/catch-up', asked),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  })
  const topics = (view.data?.jams ?? []).map(({ id }) => `venue:${id}`)
  useLive(topics, view.data?.cursor, (frame) => {
    const posted = frame.events.filter(({ type }) => type === 'contribution.posted' || type === 'reply.posted').length
    if (posted > 0) setWaiting((before) => before + posted)
  })
  const show = () => {
    setWaiting(0)
    void view.refetch()
  }
  return { view, waiting, show }
}
