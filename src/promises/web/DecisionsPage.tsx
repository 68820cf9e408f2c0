import './promises.css'
import { useQueryClient } from '@tanstack/react-query'
import { JamFrame } from '../../jams/web/index.ts'
import { Await, Loading, type PageProps } from '../../web-kit/index.ts'
import { api, organisation } from './api.ts'
import { Decisions } from './Decisions.tsx'
import { Record } from './Record.tsx'

/** The answers to a jam, and what became of earlier promises. */
export function DecisionsPage({ params: { jamId } }: PageProps<'jamId'>) {
  const client = useQueryClient()
  const me = organisation.useAnswer('GET /api/me').data
  const answer = api.useAnswer('GET /api/jams/:jamId/decisions', { jamId })
  const { queryKey } = api.answerOf('GET /api/jams/:jamId/decisions', { jamId })
  return (
    <JamFrame jamId={jamId}>
      {() => (
        <div className="stack stack-wide">
          <Await of={answer} loading={<Loading cards={3} />}>
            {(view) => (
              <Decisions
                view={view}
                me={me?.person?.id}
                onChanged={(changed) => {
                  client.setQueryData(queryKey, changed)
                  void client.invalidateQueries({ queryKey: ['GET /api/promises'] })
                }}
              />
            )}
          </Await>
          <Record jamId={jamId} />
        </div>
      )}
    </JamFrame>
  )
}
