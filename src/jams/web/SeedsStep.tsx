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
  const seed = useSeed(view, setAdded)
  if (view.forums.length === 0) return <Note>{say('jams.seeds.forums-first')}</Note>
  const forumIds = view.forums.map((forum) => forum.id)
  const isTyped = seed.title.trim() !== '' || seed.body.trim() !== ''
  return (
    <>
      <p>{say('jams.seeds.lead')}</p>
      {view.jam.phase === 'prepare' ? (
        <Card>
          <SeedForm view={view} seed={seed} />
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
      <StepFoot
        view={view}
        step="seeds"
        unsaved={isTyped ? { busy: seed.sending.isPending, save: seed.add } : undefined}
      />
    </>
  )
}

/** A first contribution that is being written. */
function useSeed(view: JamView, onAdded: (item: ContributionView) => void) {
  const [chosen, setForum] = useState<string | undefined>(undefined)
  const forumId = chosen ?? view.forums[0]?.id ?? '' // the forums may come after this step was opened
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const sending = api.useSend('POST /api/jams/:jamId/seeds')
  const add = (then?: () => void) =>
    sending.mutate(
      { jamId: view.jam.id, forumId, title: title.trim(), body },
      {
        onSuccess: (item) => {
          setTitle('')
          setBody('')
          onAdded(item)
          then?.()
        },
      },
    )
  return { forumId, setForum, title, setTitle, body, setBody, sending, add }
}

function SeedForm({ view, seed }: { view: JamView; seed: ReturnType<typeof useSeed> }) {
  const { sending, forumId, title, body } = seed
  return (
    <Form busy={sending.isPending} error={sending.error} onSend={() => seed.add()}>
      <Select
        label={say('jams.seeds.forum')}
        value={forumId}
        options={view.forums.map((forum) => ({ value: forum.id, label: forum.title }))}
        onChange={seed.setForum}
      />
      <Field
        required
        reading
        label={say('jams.seeds.title')}
        value={title}
        maxLength={250}
        counter={{ from: 120, max: 250 }}
        onChange={seed.setTitle}
      />
      <TextArea
        reading
        required={false}
        label={say('jams.seeds.body')}
        value={body}
        maxLength={10_000}
        onChange={seed.setBody}
      />
      <div className="row">
        <Button type="submit" icon="seed" busy={sending.isPending}>
          {say('jams.seeds.add')}
        </Button>
      </div>
    </Form>
  )
}
