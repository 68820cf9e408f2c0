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

/** What kind of answer it is, with its own calm colour. A plain answer needs no label. */
export function KindLabel({ kind }: { kind: ContributionView['kind'] }) {
  if (kind === 'contribution' || kind === 'plain') return null
  return (
    <span className={classes('kind', `kind-${kind}`)}>
      <Icon name={kindIcons[kind]} size={14} />
      {say(`conversation.kind.${kind}`)}
    </span>
  )
}
