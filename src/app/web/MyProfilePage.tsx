import { Suspense } from 'react'
import { ProfilePage } from '../../organisation/web/ProfilePage.tsx'
import { Loading, lazyPart } from '../../web-kit/index.ts'
import { learnWords } from './language.ts'

// Beside it in its module stands what notices reading, which needs the parts of a conversation: not here.
const ReadingChoice = lazyPart(async () => {
  const { ReadingChoice: Choice } = await import('../../reading/web/index.ts')
  return () => <Choice />
})

const BridgesChoice = lazyPart(async () => {
  const [{ BridgesChoice: Choice }] = await Promise.all([import('../../catch-up/web/index.ts'), learnWords('catch-up')])
  return () => <Choice />
})

/** The page of a person's own profile with what each module lets them choose. */
export function MyProfilePage() {
  return (
    <ProfilePage>
      <Suspense fallback={<Loading cards={1} />}>
        <ReadingChoice />
        <BridgesChoice />
      </Suspense>
    </ProfilePage>
  )
}
