import './report.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { JamFrame } from '../../jams/web/index.ts'
import {
  Await,
  Button,
  Loading,
  type PageProps,
  Problem,
  Refused,
  Section,
  Time,
  tell,
  useNavigation,
} from '../../web-kit/index.ts'
import type { ReviewView } from '../contract.ts'
import { api } from './api.ts'
import { ChangeList } from './ChangeList.tsx'
import { ReviewOne } from './ReviewOne.tsx'
import { say } from './say.ts'

/** Where hosts review the report, theme by theme, sign, and publish the reviewed edition. */
export function ReviewPage({ params: { jamId } }: PageProps<'jamId'>) {
  const client = useQueryClient()
  const answer = api.useAnswer('GET /api/jams/:jamId/report-review', { jamId })
  const { queryKey } = api.answerOf('GET /api/jams/:jamId/report-review', { jamId })
  return (
    <JamFrame jamId={jamId}>
      {() => (
        <Await of={answer} loading={<Loading cards={3} />}>
          {(view) =>
            view.may.review.ok ? (
              <Review view={view} onChanged={(changed) => client.setQueryData(queryKey, changed)} />
            ) : (
              <Refused because={view.may.review} />
            )
          }
        </Await>
      )}
    </JamFrame>
  )
}

/** Headline themes first, then all others; at the end what was changed so far. */
export function Review({ view, onChanged }: { view: ReviewView; onChanged: (view: ReviewView) => void }) {
  const headlines = view.themes.filter(({ headline }) => headline !== null)
  const others = view.themes.filter(({ headline }) => headline === null)
  const [shown, setShown] = useState(false)
  const signed = headlines.filter((theme) => theme.signed).length
  const one = (theme: ReviewView['themes'][number]) => (
    <ReviewOne key={theme.id} jamId={view.jamId} theme={theme} onChanged={onChanged} />
  )
  return (
    <div className="stack stack-wide">
      <p>{say('reports.review.lead')}</p>
      <div className="row">
        <span>{say('reports.review.count', { signed, all: headlines.length })}</span>
        <Publish jamId={view.jamId} />
      </div>
      {headlines.map(one)}
      {others.length > 0 && (
        <Button kind="quiet" pressed={shown} onPress={() => setShown(!shown)}>
          {say('reports.review.others', { count: others.length })}
        </Button>
      )}
      {shown && others.map(one)}
      <Edits edits={view.edits} />
    </div>
  )
}

function Publish({ jamId }: { jamId: string }) {
  const navigation = useNavigation()
  const client = useQueryClient()
  const send = api.useSend('POST /api/jams/:jamId/report-review')
  const publish = () =>
    send.mutate(
      { jamId },
      {
        onSuccess: ({ editions }) => {
          tell(say('reports.review.published'))
          void client.invalidateQueries({ queryKey: ['GET /api/jams/:jamId/reports'] })
          navigation.go(`/jams/${jamId}/report?after=${editions[0]?.number ?? 0}`)
        },
      },
    )
  return (
    <>
      <Button kind="primary" icon="check" busy={send.isPending} onPress={publish}>
        {say('reports.review.publish')}
      </Button>
      {send.error && <Problem error={send.error} />}
    </>
  )
}

function Edits({ edits }: Pick<ReviewView, 'edits'>) {
  if (edits.length === 0) return null
  return (
    <Section title={say('reports.review.edits')}>
      <ChangeList
        changes={edits.map(({ at, by, ...edit }, n) => ({
          ...edit,
          key: `${at} ${n}`,
          head: (
            <>
              {by} · <Time at={at} />
            </>
          ),
        }))}
      />
    </Section>
  )
}
