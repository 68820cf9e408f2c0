import { Suspense } from 'react'
import { ProfilePage } from '../../organisation/web/ProfilePage.tsx'
import { ReadingChoice } from '../../reading/web/index.ts'
import { Loading } from '../../web-kit/index.ts'

/** The page of a person's own profile with what each module lets them choose. */
export function MyProfilePage() {
  return (
    <ProfilePage>
      <Suspense fallback={<Loading cards={1} />}>
        <ReadingChoice />
      </Suspense>
    </ProfilePage>
  )
}
