import { NewWaits } from '../../web-kit/index.ts'
import { say } from './say.ts'

/** New contributions above, or new replies below. */
export function NewButton({
  count,
  what,
  onPress,
}: {
  count: number
  what: 'contributions' | 'replies'
  onPress: () => void
}) {
  const sentence = count > 0 ? say(`conversation.new.${what}`, { count }) : null
  return <NewWaits sentence={sentence} icon={what === 'replies' ? 'down' : 'up'} onShow={onPress} />
}
