import { Icon } from '../../web-kit/index.ts'
import { say } from './say.ts'

/** "12 new": waits until it is pressed, and never moves what is being read. */
export function NewButton({
  count,
  what,
  onPress,
}: {
  count: number
  what: 'contributions' | 'replies'
  onPress: () => void
}) {
  return (
    <div className="new-waits" role="status">
      {count > 0 && (
        <button type="button" className="new-button" onClick={onPress}>
          <Icon name={what === 'replies' ? 'down' : 'up'} size={16} />
          {say(`conversation.new.${what}`, { count })}
        </button>
      )}
    </div>
  )
}
