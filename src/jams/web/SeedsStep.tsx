import { useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { Feed } from '../../conversation/web/index.ts'
import { Button, Card, Field, Form, Note, Select, TextArea } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { api } from './api.ts'
import { StepFoot } from './StepFoot.tsx'
import { say } from './say.ts'

/** First contributions from the hosts, so that nobody enters an empty room; marked, and never counted as people. */
export function SeedsStep({ view }: { view: JamView }) {
  const [added, setAdded] = useState<ContributionView | undefined>(undefined)
  if (view.forums.length === 0) return <Note>{say('jams.seeds.forums-first')}</Note>
  const forumIds = view.forums.map((forum) => forum.id)
  return (
    <>
      <p>{say('jams.seeds.lead')}</p>
      {view.jam.phase === 'prepare' ? (
        <Card>
          <SeedForm view={view} onAdded={setAdded} />
        </Card>
      ) : (
        <Note>{say('jams.seeds.open')}</Note>
      )}
      <Feed
        feed={{ venueId: view.jam.id, forumId: null, forumIds, order: 'recent' }}
        may={view.may}
        forumNames={new Map(view.forums.map(({ id, title }) => [id, title]))}
        posted={added}
        empty={<p className="quiet-text">{say('jams.seeds.none')}</p>}
      />
      <StepFoot view={view} step="seeds" />
    </>
  )
}

function SeedForm({ view, onAdded }: { view: JamView; onAdded: (item: ContributionView) => void }) {
  const [forumId, setForum] = useState(view.forums[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const send = api.useSend('POST /api/jams/:jamId/seeds')
  const add = () =>
    send.mutate(
      { jamId: view.jam.id, forumId, title: title.trim(), body },
      {
        onSuccess: (item) => {
          setTitle('')
          setBody('')
          onAdded(item)
        },
      },
    )
  return (
    <Form busy={send.isPending} error={send.error} onSend={add}>
      <Select
        label={say('jams.seeds.forum')}
        value={forumId}
        options={view.forums.map((forum) => ({ value: forum.id, label: forum.title }))}
        onChange={setForum}
      />
      <Field
        required
        reading
        label={say('jams.seeds.title')}
        value={title}
        maxLength={250}
        counter={{ from: 120, max: 250 }}
        onChange={setTitle}
      />
      <TextArea
        reading
        required={false}
        label={say('jams.seeds.body')}
        value={body}
        maxLength={10_000}
        onChange={setBody}
      />
      <div className="row">
        <Button type="submit" icon="seed" busy={send.isPending}>
          {say('jams.seeds.add')}
        </Button>
      </div>
    </Form>
  )
}
