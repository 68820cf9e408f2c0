import { useState } from 'react'
import { Button, type CallError, Card, Problem } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { FORUMS_MAX } from '../rules/limits.ts'
import { api } from './api.ts'
import { type Forum, ForumForm, type ForumText } from './ForumForm.tsx'
import { ForumHosts } from './ForumHosts.tsx'
import { say } from './say.ts'
import { useJamChanged } from './use-jam.ts'

/** Adds, changes, orders and removes the forums of a jam; each change is saved by itself. */
export function ForumsEditor({ view }: { view: JamView }) {
  const [editing, edit] = useState<string | undefined>(view.forums.length === 0 ? 'new' : undefined)
  const { forums } = view
  const jamId = view.jam.id
  const changed = useJamChanged()
  const add = api.useSend('POST /api/jams/:jamId/forums')
  const change = api.useSend('PUT /api/jams/:jamId/forums/:forumId')
  const done = {
    onSuccess: (answer: JamView) => {
      changed(answer)
      edit(undefined)
    },
  }
  const form = (forum: Forum | undefined, error: CallError | null, onSave: (text: ForumText) => void) => (
    <ForumForm
      forum={forum}
      busy={add.isPending || change.isPending}
      error={error}
      onSave={onSave}
      onClose={() => edit(undefined)}
    />
  )
  return (
    <div className="stack">
      <ol className="forum-list plain-list">
        {forums.map((forum, place) => (
          <Card as="li" key={forum.id}>
            {editing === forum.id ? (
              form(forum, change.error, (text) => change.mutate({ jamId, forumId: forum.id, ...text }, done))
            ) : (
              <ForumRow view={view} forum={forum} place={place} onEdit={() => edit(forum.id)} />
            )}
          </Card>
        ))}
      </ol>
      {editing === 'new' ? (
        <Card>{form(undefined, add.error, (text) => add.mutate({ jamId, ...text }, done))}</Card>
      ) : (
        forums.length < FORUMS_MAX && (
          <div>
            <Button icon="plus" onPress={() => edit('new')}>
              {say('jams.forums.add')}
            </Button>
          </div>
        )
      )}
    </div>
  )
}

function ForumRow({ view, forum, place, onEdit }: { view: JamView; forum: Forum; place: number; onEdit: () => void }) {
  const changed = useJamChanged()
  const order = api.useSend('PUT /api/jams/:jamId/forums/order')
  const remove = api.useSend('DELETE /api/jams/:jamId/forums/:forumId')
  const jamId = view.jam.id
  const move = (by: 1 | -1) => {
    const ids = view.forums.map((one) => one.id)
    const moved = ids.toSpliced(place, 1).toSpliced(place + by, 0, forum.id)
    order.mutate({ jamId, forums: moved }, { onSuccess: changed })
  }
  const error = order.error ?? remove.error
  return (
    <>
      <div className="row row-apart">
        <h3>{forum.title}</h3>
        <div className="row forum-acts">
          {place > 0 && (
            <Button small kind="quiet" icon="up" iconOnly onPress={() => move(-1)}>
              {say('jams.forums.up', { title: forum.title })}
            </Button>
          )}
          {place < view.forums.length - 1 && (
            <Button small kind="quiet" icon="down" iconOnly onPress={() => move(1)}>
              {say('jams.forums.down', { title: forum.title })}
            </Button>
          )}
          <Button small kind="quiet" icon="edit" onPress={onEdit}>
            {say('jams.forums.edit')}
          </Button>
          {forum.contributions === 0 && (
            <Button
              small
              kind="quiet"
              icon="trash"
              busy={remove.isPending}
              onPress={() => remove.mutate({ jamId, forumId: forum.id }, { onSuccess: changed })}
            >
              {say('jams.forums.remove')}
            </Button>
          )}
        </div>
      </div>
      <p className="reading forum-question">{forum.question}</p>
      <ForumHosts hosts={forum.hosts} />
      {error && <Problem small error={error} />}
    </>
  )
}
