import { useState } from 'react'
import { Button, sentenceOf, tell } from '../../web-kit/index.ts'
import type { Quote } from '../contract.ts'
import { conversation } from './api.ts'
import { say } from './say.ts'

/** Keeps the quoted text among one's favourites; nobody else sees it. */
export function StarButton({ quote }: { quote: Quote }) {
  const [kept, setKept] = useState(quote.favourite)
  const press = async () => {
    setKept(!kept)
    const wanted = { contributionId: quote.contributionId, favourite: !kept }
    await conversation.call('PUT /api/contributions/:contributionId/favourite', wanted).catch((error: Error) => {
      setKept(kept)
      tell(sentenceOf(error))
    })
  }
  return (
    <Button small icon="star" pressed={kept} onPress={press}>
      {say(kept ? 'catch-up.starred' : 'catch-up.star')}
    </Button>
  )
}
