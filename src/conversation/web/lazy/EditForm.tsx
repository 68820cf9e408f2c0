import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { Await, Button, Note, Prose, TextArea, tell } from '../../../web-kit/index.ts'
import type { ContributionView } from '../../contract.ts'
import { BODY_MAX, TITLE_COUNTER_FROM, TITLE_MAX } from '../../rules/limits.ts'
import { api } from '../api.ts'
import { ComposerFoot } from '../ComposerFoot.tsx'
import { say } from '../say.ts'
import { useDraft, type Written } from '../use-draft.ts'
import { useSending } from '../use-sending.ts'

type Props = {
  readonly item: ContributionView
  readonly onChanged: (item: ContributionView) => void
  readonly onClose: () => void
}

/** Edits my contribution in its place; the version before stays readable for everybody. */
export function EditForm(props: Props) {
  const source = api.useAnswer('GET /api/contributions/:contributionId', { contributionId: props.item.id })
  return (
    <Await of={source}>
      {({ body, contribution }) => (
        <Editing
          {...props}
          item={contribution.revision > props.item.revision ? contribution : props.item}
          source={body}
          onReload={() => source.refetch()}
        />
      )}
    </Await>
  )
}

function Editing({ item, source, onReload, onChanged, onClose }: Props & { source: string; onReload: () => void }) {
  const place = `edit:${item.id}`
  const [version, setVersion] = useState(item.version)
  const original = useMemo<Written>(
    () => ({ kind: item.kind, title: item.title ?? '', body: source }),
    [item.kind, item.title, source],
  )
  const { written, change, kept, settle, forget } = useDraft(place, original)
  const { send, sending } = useSending<ContributionView>(place)
  const refusal = sending.refusal
  const isOvertaken = refusal !== null && 'key' in refusal && refusal.key === 'contribution.edited-meanwhile'
  useEffect(() => {
    if (isOvertaken) onReload()
  }, [isOvertaken, onReload])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (sending.state !== 'idle') return
    await settle()
    const title = item.parentId === null ? written.title.trim() : null
    const input = { contributionId: item.id, version, title, body: written.body }
    const answer = await send(JSON.stringify(input), (options) =>
      api.call('PUT /api/contributions/:contributionId', input, options),
    )
    // The next attempt is made on what stands there now, which is shown above the form.
    if (!answer) return setVersion(item.version)
    forget(written)
    onChanged(answer)
    onClose()
    tell(say('conversation.edit.saved'))
  }
  return (
    <form className="composer" aria-label={say('conversation.edit.label')} onSubmit={save}>
      {isOvertaken && (
        <Note tone="pollen">
          <p>{say('conversation.edit.present')}</p>
          {item.title && <b className="reading">{item.title}</b>}
          <Prose html={item.html} lang={item.language} />
        </Note>
      )}
      {item.parentId === null && (
        <TextArea
          reading
          oneLine
          rows={2}
          label={say('conversation.composer.title')}
          value={written.title}
          maxLength={TITLE_MAX}
          counter={{ from: TITLE_COUNTER_FROM, max: TITLE_MAX }}
          onChange={(title) => change({ ...written, title })}
        />
      )}
      <TextArea
        reading
        rows={4}
        label={say('conversation.edit.body')}
        value={written.body}
        maxLength={BODY_MAX}
        counter={{ from: BODY_MAX - 500, max: BODY_MAX }}
        onChange={(body) => change({ ...written, body })}
      />
      <ComposerFoot kept={kept} sending={sending} action={say('conversation.edit.save')}>
        <Button kind="quiet" onPress={onClose}>
          {say('conversation.reply.later')}
        </Button>
      </ComposerFoot>
    </form>
  )
}
