import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { identityContract } from '../../identity/contract.ts'
import { languageFor } from '../../kernel/messages.ts'
import type { organisationContract } from '../../organisation/contract.ts'
import { type Answer, apiOf, focusTitle, tell, useNavigation, viewer } from '../../web-kit/index.ts'
import { showTimesIn } from '../../web-kit/say.ts'
import { speakLanguage } from './language.ts'
import { say } from './say.ts'

const identity = apiOf<typeof identityContract>()
export const organisation = apiOf<typeof organisationContract>()

export type Me = Answer<typeof organisationContract, 'GET /api/me'>
export type Person = NonNullable<Me['person']>

/** Who is here and what they may; undefined until the server has said so. */
export function useMe(): Me | undefined {
  return organisation.useAnswer('GET /api/me').data
}

/** Speaks the person's language and shows their zone; the value changes when all must be said anew. */
export function useSpeech(person: Person | null | undefined): string {
  const [spoken, setSpoken] = useState(viewer().language)
  const language = languageFor([person?.locale ?? viewer().language])
  const timeZone = person?.timeZone
  useEffect(() => {
    if (language === viewer().language) return
    speakLanguage(language, timeZone).then(() => {
      setSpoken(language)
      // Everything is said anew, so what had the focus is gone.
      requestAnimationFrame(focusTitle)
    })
  }, [language, timeZone])
  if (timeZone !== viewer().timeZone) showTimesIn(timeZone)
  return `${spoken} ${timeZone}`
}

/** Ends the session here and forgets all that was read. */
export function useSignOut(): () => void {
  const answers = useQueryClient()
  const { go } = useNavigation()
  return async () => {
    await identity.call('POST /api/sign-out', {})
    // First who is here: what was hers leaves the page before anything on it asks again.
    const me = organisation.answerOf('GET /api/me').queryKey
    await answers.resetQueries({ queryKey: me, exact: true })
    answers.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== me[0] })
    go('/')
    tell(say('app.signed-out'))
  }
}
