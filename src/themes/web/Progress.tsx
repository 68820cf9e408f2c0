import type { ThemesView } from '../contract.ts'
import { percent } from './names.ts'
import { say } from './say.ts'

/** In how many themes I have read something, and in how many of those there is more since. */
export function Progress({ view: { progress, themes } }: { view: ThemesView }) {
  if (!progress || progress.seen === 0) return null
  const { seen, changed } = progress
  return (
    <p className="quiet-text">
      {say('themes.progress', { seen, themes: themes.length })}{' '}
      {changed > 0 && say('themes.progress.changed', { count: changed })}
    </p>
  )
}

/** How much the most active wrote: those who write a lot are not many. */
export function MostActive({ view: { activity } }: { view: ThemesView }) {
  const { people, topHundredth, topTenth } = activity
  if (topTenth === null) return null
  return (
    <p className="quiet-text">
      {say('themes.activity', { people })} {say('themes.activity.tenth', { share: percent(topTenth) })}{' '}
      {topHundredth !== null && say('themes.activity.hundredth', { share: percent(topHundredth) })}
    </p>
  )
}
