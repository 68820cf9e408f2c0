import type { May } from '../../kernel/index.ts'
import { Button, LinkButton, Refused } from '../../web-kit/index.ts'
import type { ContributionView, ReplyKind } from '../contract.ts'
import { kindIcons, replyKinds } from './KindLabel.tsx'
import { usePlaces } from './places.ts'
import { type Quote, ReplyComposer } from './ReplyComposer.tsx'
import { say } from './say.ts'

/** How a contribution can be answered: a button for each kind, or the composer once one was pressed. */
export function AnswerBox({
  to,
  may,
  open,
  onOpen,
  onClose,
  onPosted,
}: {
  to: ContributionView
  may: May
  open: { readonly kind?: ReplyKind | undefined; readonly quote?: Quote | undefined } | undefined
  onOpen: (kind: ReplyKind) => void
  onClose: () => void
  onPosted: (item: ContributionView) => void
}) {
  const places = usePlaces()
  if (!may.ok) {
    return (
      <Refused because={may}>
        {may.because === 'venue.sign-in-to-take-part' && (
          <LinkButton small to={places.signIn()}>
            {say('conversation.sign-in')}
          </LinkButton>
        )}
      </Refused>
    )
  }
  if (open) {
    return (
      <ReplyComposer to={to} kind={open.kind ?? 'plain'} quote={open.quote} onPosted={onPosted} onClose={onClose} />
    )
  }
  return (
    <fieldset className="answer-kinds">
      <legend className="visually-hidden">{say('conversation.reply.label')}</legend>
      {replyKinds.map((kind) => (
        <Button key={kind} small icon={kindIcons[kind]} onPress={() => onOpen(kind)}>
          {say(`conversation.kind.${kind}.act`)}
        </Button>
      ))}
    </fieldset>
  )
}
