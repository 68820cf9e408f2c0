import './rehearsal.css'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { JamFrame } from '../../jams/web/index.ts'
import { Await, type PageProps } from '../../web-kit/index.ts'
import type { RehearsalView } from '../contract.ts'
import { api } from './api.ts'
import { Rehearsal } from './Rehearsal.tsx'

const REHEARSAL = 'GET /api/jams/:jamId/rehearsal'
const LOOK_MS = 1_000

/** The rehearsal of a jam: begin one, watch it, and read what it measured. */
export function RehearsalPage({ params: { jamId } }: PageProps<'jamId'>) {
  const client = useQueryClient()
  const answer = api.useAnswer(REHEARSAL, { jamId })
  const changed = (view: RehearsalView) => client.setQueryData(api.answerOf(REHEARSAL, { jamId }).queryKey, view)
  const { data, refetch } = answer
  const goesOn = data?.rehearsal ? data.rehearsal.endedAt === null : false
  useEffect(() => {
    if (!goesOn) return undefined
    const timer = window.setInterval(() => void refetch(), LOOK_MS)
    return () => window.clearInterval(timer)
  }, [goesOn, refetch])
  return (
    <JamFrame jamId={jamId}>
      {() => <Await of={answer}>{(view) => <Rehearsal view={view} onChanged={changed} />}</Await>}
    </JamFrame>
  )
}
