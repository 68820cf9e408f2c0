import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button, Icon, Radios, TextArea, tell } from '../../web-kit/index.ts'
import type { ContributionView, ReplyKind } from '../contract.ts'
import { BODY_MAX } from '../rules/limits.ts'
import { api } from './api.ts'
import { BesideWriting } from './BesideWriting.tsx'
import { ComposerFoot } from './ComposerFoot.tsx'
import { isReplyKind, kindIcons, replyKinds } from './KindLabel.tsx'
import { say } from './say.ts'
import { useDraft, type Written } from './use-draft.ts'
import { useSending } from './use-sending.ts'

/** Words to put into the composer as a quotation; a new object each time. */
export type Quote = { readonly text: string }

type Props = {
  readonly to: ContributionView
  readonly kind: ReplyKind
  readonly quote?: Quote | undefined
  readonly onPosted: (item: ContributionView) => void
  readonly onClose: () => void
}

/** Answers a contribution or a reply, in its place. */
export function ReplyComposer({ to, kind, quote, onPosted, onClose }: Props) {
  const place = `reply:${to.id}`
  const empty = useMemo<Written>(() => ({ kind, title: '', body: '' }), [kind])
  const { written, change, kept, settle, forget } = useDraft(place, empty)
  const { send, sending } = useSending<ContributionView>(place)
  const [isEmpty, setEmpty] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const chosen = isReplyKind(written.kind) ? written.kind : kind
  const latest = useRef(written)
  latest.current = written

  useEffect(() => area.current?.focus(), [])
  useEffect(() => {
    if (!quote) return
    const { body } = latest.current
    change({ ...latest.current, body: `${body}${body && '\n\n'}${quoted(quote.text)}\n\n` })
    area.current?.focus()
  }, [quote, change])

  const post = async (event: FormEvent) => {
    event.preventDefault()
    setEmpty(written.body.trim() === '')
    if (written.body.trim() === '') return area.current?.focus()
    if (sending.state !== 'idle') return
    await settle()
    const input = { contributionId: to.id, kind: chosen, body: written.body }
    const item = await send(JSON.stringify(input), (options) =>
      api.call('POST /api/contributions/:contributionId/replies', input, options),
    )
    if (!item) return
    forget(written)
    onPosted(item)
    tell(say('conversation.replied'))
  }
  return (
    <form
      className={`composer composer-reply kind-${chosen}`}
      aria-label={say('conversation.reply.label')}
      onSubmit={post}
    >
      <Radios
        inline
        legend={say('conversation.reply.kind')}
        legendHidden
        value={chosen}
        options={replyKinds.map((value) => ({ value, label: <KindOption kind={value} /> }))}
        onChange={(value) => change({ ...written, kind: value })}
      />
      <TextArea
        ref={area}
        reading
        rows={3}
        label={say(`conversation.reply.ask.${chosen}`)}
        value={written.body}
        maxLength={BODY_MAX}
        counter={{ from: BODY_MAX - 500, max: BODY_MAX }}
        error={isEmpty ? say('conversation.reply.empty') : undefined}
        onChange={(body) => {
          setEmpty(false)
          change({ ...written, kind: chosen, body })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <ComposerFoot kept={kept} sending={sending} action={say('conversation.reply.post')}>
        <Button kind="quiet" onPress={onClose}>
          {say('conversation.reply.later')}
        </Button>
      </ComposerFoot>
      <BesideWriting
        venueId={to.venueId}
        written={written}
        answers={to.id}
        onCarried={() => {
          change(empty)
          onClose()
        }}
      />
    </form>
  )
}

function KindOption({ kind }: { kind: ReplyKind }) {
  return (
    <span className="kind-option">
      <Icon name={kindIcons[kind]} size={14} />
      {say(`conversation.kind.${kind}`)}
    </span>
  )
}

function quoted(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}
