import './reach.css'
import { useQueryClient } from '@tanstack/react-query'
import { JamFrame } from '../../jams/web/index.ts'
import { Await, type PageProps } from '../../web-kit/index.ts'
import { api } from './api.ts'
import { Reach } from './Reach.tsx'

/** How far a jam reaches, for its hosts and owners. */
export function ReachPage({ params: { jamId } }: PageProps<'jamId'>) {
  const client = useQueryClient()
  const answer = api.useAnswer('GET /api/jams/:jamId/reach', { jamId })
  const { queryKey } = api.answerOf('GET /api/jams/:jamId/reach', { jamId })
  return (
    <JamFrame jamId={jamId}>
      {() => (
        <Await of={answer}>
          {(view) => <Reach view={view} onChanged={(changed) => client.setQueryData(queryKey, changed)} />}
        </Await>
      )}
    </JamFrame>
  )
}
