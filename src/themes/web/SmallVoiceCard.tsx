import { Badge, Card, Link } from '../../web-kit/index.ts'
import type { SmallVoice } from '../contract.ts'
import { languageName } from './names.ts'
import { say } from './say.ts'
import { VoiceQuote } from './VoiceQuote.tsx'

/** A small voice among the themes, with the reason why it stands there. */
export function SmallVoiceCard({ small, pathOf }: { small: SmallVoice; pathOf: (themeId: string) => string }) {
  return (
    <Card as="li">
      <p className="row">
        <Badge tone="pollen">{say('themes.small')}</Badge>
      </p>
      <VoiceQuote voice={small.voice} />
      <p className="theme-because">{reasonOf(small)}</p>
      {small.themeId && <Link to={pathOf(small.themeId)}>{say('themes.small.theme')}</Link>}
    </Card>
  )
}

function reasonOf(small: SmallVoice): string {
  const { reason, contributions: count } = small
  if (reason !== 'pocket' && reason !== 'own-support') return say(`themes.small.${reason}`)
  return say(`themes.small.${reason}`, { people: small.people ?? 0, whose: whoseOf(small), count })
}

/** A hub that the reader may not see has no name here. */
function whoseOf({ hub, spoken, zone }: SmallVoice): string {
  if (spoken !== null) return say('themes.small.of-spoken', { name: languageName(spoken) })
  if (zone !== null) return say('themes.small.of-zone', { name: zone.replaceAll('_', ' ') })
  return hub === null ? say('themes.small.a-hub') : say('themes.small.of-hub', { name: hub })
}
