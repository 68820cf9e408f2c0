import './rating.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { JamFrame } from '../../jams/web/index.ts'
import { Await, Loading, NewWaits, type PageProps } from '../../web-kit/index.ts'
import { useLive } from '../../web-kit/live/index.ts'
import { api } from './api.ts'
import { Ideas } from './Ideas.tsx'
import { say } from './say.ts'
import { StageContext, stageOf } from './stage.ts'

const IDEAS = 'GET /api/jams/:jamId/ideas'

/** The ideas of a jam: what waits for my consent, how to make one, and all of them with what they come from. */
export function IdeasPage({ params: { jamId } }: PageProps<'jamId'>) {
  return (
    <JamFrame jamId={jamId}>
      {(jam) => (
        <StageContext value={stageOf(jam)}>
          <IdeasOf jamId={jamId} />
        </StageContext>
      )}
    </JamFrame>
  )
}

function IdeasOf({ jamId }: { jamId: string }) {
  const client = useQueryClient()
  const ideas = api.useAnswer(IDEAS, { jamId })
  const [waits, setWaits] = useState(false)
  useLive([`venue:${jamId}`], ideas.data?.cursor, ({ events, reset }) => {
    if (reset || (events as readonly { type: string }[]).some(({ type }) => type === 'ideas.changed')) setWaits(true)
  })
  const anew = async () => {
    setWaits(false)
    await client.invalidateQueries({ queryKey: [IDEAS] })
  }
  return (
    <Await of={ideas} loading={<Loading cards={3} />}>
      {(view) => (
        <div className="stack stack-wide">
          <NewWaits sentence={waits ? say('ideas.anew') : null} onShow={anew} />
          <Ideas view={view} onChanged={anew} />
        </div>
      )}
    </Await>
  )
}
