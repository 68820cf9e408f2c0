import type { May } from '../../kernel/index.ts'
import { numberFormat } from '../../kernel/messages.ts'
import { Button, type IconName, viewer } from '../../web-kit/index.ts'
import type { ContributionView, VoteValue } from '../contract.ts'
import { say } from './say.ts'
import { useVote } from './use-vote.ts'

const ways: readonly { value: VoteValue; icon: IconName }[] = [
  { value: 'agree', icon: 'agree' },
  { value: 'disagree', icon: 'disagree' },
  { value: 'pass', icon: 'pass' },
]

/** Agree, disagree, pass: each with its number; mine stays pressed. */
export function VoteButtons({
  item,
  may,
  onChanged,
}: {
  item: ContributionView
  may: May
  onChanged: (item: ContributionView) => void
}) {
  const { shown, vote } = useVote(item, onChanged)
  const numbers = numberFormat(viewer().locale)
  return (
    <fieldset className={`votes votes-${shown.myVote ?? 'none'}`}>
      <legend className="visually-hidden">{say('conversation.votes')}</legend>
      {ways.map(({ value, icon }) => (
        <Button
          key={value}
          small
          icon={icon}
          may={may}
          pressed={shown.myVote === value}
          title={say(`conversation.vote.${value}`)}
          onPress={() => vote(value)}
        >
          <span className="number">{numbers.format(shown.votes[value])}</span>{' '}
          <span className={value === 'agree' ? 'vote-word' : 'visually-hidden'}>
            {say(`conversation.vote.${value}.word`, { count: shown.votes[value] })}
          </span>
        </Button>
      ))}
    </fieldset>
  )
}

/** Agree alone, with its number: to support in passing what somebody else has said. A refusal is told by the server. */
export function AgreeButton({
  item,
  onChanged,
}: {
  item: ContributionView
  onChanged: (item: ContributionView) => void
}) {
  const { shown, vote } = useVote(item, onChanged)
  return (
    <Button
      small
      icon="agree"
      pressed={shown.myVote === 'agree'}
      title={say('conversation.vote.agree')}
      onPress={() => vote('agree')}
    >
      <span className="number">{numberFormat(viewer().locale).format(shown.votes.agree)}</span>{' '}
      {say('conversation.vote.support')}
    </Button>
  )
}
