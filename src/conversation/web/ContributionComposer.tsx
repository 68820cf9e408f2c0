import { type FormEvent, useMemo, useRef, useState } from 'react'
import type { May } from '../../kernel/index.ts'
import { LinkButton, Select, TextArea, tell } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { BODY_MAX, TITLE_COUNTER_FROM, TITLE_MAX } from '../rules/limits.ts'
import { api } from './api.ts'
import { BesideWriting } from './BesideWriting.tsx'
import { ComposerFoot } from './ComposerFoot.tsx'
import { usePlaces } from './places.ts'
import { RefusedWriting } from './RefusedWriting.tsx'
import { say } from './say.ts'
import { useDraft, type Written } from './use-draft.ts'
import { useSending } from './use-sending.ts'

export type ForumChoice = { readonly id: string; readonly title: string; readonly question: string }

type Props = {
  readonly forums: readonly ForumChoice[]
  readonly may: May
  readonly onPosted: (item: ContributionView) => void
}

const empty: Written = { kind: 'contribution', title: '', body: '' }

/** Write a contribution: one line, and more beneath it if one likes. Strangers may write too: it is kept until they sign in. */
export function ContributionComposer(props: Props) {
  const [chosen, choose] = useState(props.forums[0]?.id ?? '')
  const { may } = props
  const isStranger = !may.ok && may.because === 'venue.sign-in-to-take-part'
  const forum = props.forums.find((one) => one.id === chosen) ?? props.forums[0]
  if (!forum) return null
  if (!may.ok && !isStranger) return <RefusedWriting because={may} place={`forum:${forum.id}`} />
  return <ComposerFor key={forum.id} {...props} forum={forum} choose={choose} isStranger={isStranger} />
}

type ForProps = Props & {
  readonly forum: ForumChoice
  readonly choose: (forumId: string) => void
  readonly isStranger: boolean
}

function ComposerFor({ forums, forum, choose, isStranger, onPosted }: ForProps) {
  const place = `forum:${forum.id}`
  const { written, change, kept, settle, forget } = useDraft(place, empty, isStranger ? 'device' : 'server')
  const { send, sending } = useSending<ContributionView>(place)
  const { venueId } = usePlaces()
  const [lacksTitle, setLacksTitle] = useState(false)
  const title = useRef<HTMLTextAreaElement>(null)
  const options = useMemo(() => forums.map(({ id, title }) => ({ value: id, label: title })), [forums])
  const post = async (event: FormEvent) => {
    event.preventDefault()
    setLacksTitle(written.title.trim() === '')
    if (written.title.trim() === '') return title.current?.focus()
    if (sending.state !== 'idle' || written.title.length > TITLE_MAX) return
    await settle()
    const input = { forumId: forum.id, title: written.title.trim(), body: written.body }
    const item = await send(JSON.stringify(input), (options) =>
      api.call('POST /api/forums/:forumId/contributions', input, options),
    )
    if (!item) return
    forget(written)
    onPosted(item)
    tell(say('conversation.posted'))
  }
  return (
    <form className="composer" aria-label={say('conversation.composer.label')} onSubmit={post}>
      {forums.length > 1 && (
        <Select label={say('conversation.composer.forum')} value={forum.id} options={options} onChange={choose} />
      )}
      {forum.question && <p className="composer-question">{forum.question}</p>}
      <TextArea
        ref={title}
        reading
        oneLine
        rows={2}
        label={say('conversation.composer.title')}
        value={written.title}
        maxLength={TITLE_MAX}
        counter={{ from: TITLE_COUNTER_FROM, max: TITLE_MAX }}
        error={lacksTitle ? say('conversation.composer.title-needed') : undefined}
        onChange={(title) => {
          setLacksTitle(false)
          change({ ...written, title })
        }}
      />
      {(written.title !== '' || written.body !== '') && (
        <TextArea
          reading
          rows={4}
          label={say('conversation.composer.body')}
          required={false}
          hint={say('conversation.composer.markdown')}
          value={written.body}
          maxLength={BODY_MAX}
          counter={{ from: BODY_MAX - 500, max: BODY_MAX }}
          onChange={(body) => change({ ...written, body })}
        />
      )}
      {isStranger ? (
        <StrangerFoot kept={kept !== 'nothing'} />
      ) : (
        <>
          <ComposerFoot kept={kept} sending={sending} action={say('conversation.composer.post')} />
          <BesideWriting venueId={venueId} written={written} onCarried={() => change(empty)} />
        </>
      )}
    </form>
  )
}

function StrangerFoot({ kept }: { kept: boolean }) {
  const places = usePlaces()
  return (
    <div className="composer-foot">
      <span className="composer-kept">{say(kept ? 'conversation.draft.stranger' : 'conversation.sign-in-first')}</span>
      <LinkButton kind="primary" to={places.signIn()}>
        {say('conversation.sign-in')}
      </LinkButton>
    </div>
  )
}
