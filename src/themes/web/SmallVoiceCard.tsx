import { Badge, Card, Link } from '../../web-kit/index.ts'
import type { SmallVoice } from '../contract.ts'
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

function reasonOf({ reason, people, hub, contributions: count }: SmallVoice): string {
  const [who, where] = [people ?? 0, hub ?? say('themes.small.a-hub')]
  if (reason === 'pocket') return say('themes.small.pocket', { people: who, hub: where, count })
  if (reason === 'own-support') return say('themes.small.own-support', { people: who, hub: where })
  return say(`themes.small.${reason}`)
}
