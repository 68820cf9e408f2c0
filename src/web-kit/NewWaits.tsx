import './new-waits.css'
import { classes } from './class-names.ts'
import { Icon } from './Icon.tsx'

/** "12 new": what came meanwhile waits until it is asked for, and nothing that is being read moves. Without a sentence
 *  there is nothing to wait for; the place stays, so that screen readers hear the sentence when it comes. */
export function NewWaits({
  sentence,
  icon = 'up',
  onShow,
}: {
  sentence: string | null
  icon?: 'up' | 'down'
  onShow: () => void
}) {
  return (
    <div className={classes('new-waits', icon === 'down' && 'new-waits-below')} role="status">
      {sentence !== null && (
        <button type="button" className="new-button" onClick={onShow}>
          <Icon name={icon} size={16} />
          {sentence}
        </button>
      )}
    </div>
  )
}
