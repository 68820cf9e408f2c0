import { classes, Icon, type IconName } from '../../web-kit/index.ts'
import type { ContributionView, ReplyKind } from '../contract.ts'
import { say } from './say.ts'

/** The kinds of answers in the order they are offered: building first. */
export const replyKinds: readonly ReplyKind[] = ['build', 'example', 'objection', 'question', 'plain']

export const kindIcons: Readonly<Record<ReplyKind, IconName>> = {
  build: 'build',
  example: 'example',
  objection: 'objection',
  question: 'question',
  plain: 'reply',
}

export function isReplyKind(word: string | undefined): word is ReplyKind {
  return replyKinds.some((kind) => kind === word)
}

/** What kind of answer it is, with its own calm colour. In its thread a plain answer needs no label; `isAlone`: elsewhere
 *  every answer says that it is one. */
export function KindLabel({ kind, isAlone = false }: { kind: ContributionView['kind']; isAlone?: boolean }) {
  if (kind === 'contribution' || (kind === 'plain' && !isAlone)) return null
  return (
    <span className={classes('kind', `kind-${kind}`)}>
      <Icon name={kindIcons[kind]} size={14} />
      {say(`conversation.kind.${kind}`)}
    </span>
  )
}
