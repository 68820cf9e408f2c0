import type { ReactNode } from 'react'
import { Button, Icon, Problem } from '../../web-kit/index.ts'
import { say } from './say.ts'
import type { Kept } from './use-draft.ts'
import type { Sending } from './use-sending.ts'

/** Under every composer: where the text is kept, what became of the sending, and the button. */
export function ComposerFoot({
  kept,
  sending,
  action,
  disabled = false,
  children,
}: {
  kept: Kept
  sending: Sending
  action: string
  disabled?: boolean
  children?: ReactNode
}) {
  return (
    <>
      <div className="composer-foot">
        <span className="composer-kept" role="status">
          {kept === 'server' && <Icon name="check" size={14} />}
          {kept !== 'nothing' && say(`conversation.draft.${kept}`)}
        </span>
        {children}
        <Button kind="primary" type="submit" busy={sending.state !== 'idle'} aria-disabled={disabled || undefined}>
          {action}
        </Button>
      </div>
      {sending.state === 'waiting' && (
        <div className="composer-waiting" role="status">
          <p>{say('conversation.sending.waiting')}</p>
          <Button small onPress={sending.tryNow}>
            {say('conversation.sending.now')}
          </Button>
        </div>
      )}
      {sending.refusal && <Problem small error={sending.refusal} />}
    </>
  )
}
