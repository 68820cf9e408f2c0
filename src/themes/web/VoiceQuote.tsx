import { usePlaces } from '../../conversation/web/index.ts'
import { Link } from '../../web-kit/index.ts'
import type { Voice } from '../contract.ts'

/** A real sentence of a contribution, linked to where it stands. */
export function VoiceQuote({ voice }: { voice: Voice }) {
  const places = usePlaces()
  const at = voice.contributionId === voice.threadId ? {} : { at: voice.contributionId }
  return (
    <blockquote className="theme-voice reading">
      <Link to={places.thread(voice.threadId, at)}>{voice.sentence}</Link>
    </blockquote>
  )
}
