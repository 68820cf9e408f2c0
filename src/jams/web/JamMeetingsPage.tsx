import type { PageProps } from '../../web-kit/index.ts'
import { Await } from '../../web-kit/index.ts'
import { JamFrame } from './JamFrame.tsx'
import { Meetings } from './Meetings.tsx'
import { meetings } from './meetings-api.ts'

/** What was said at meetings, and for hosts the sheet to enter one. */
export function JamMeetingsPage({ params: { jamId } }: PageProps<'jamId'>) {
  const answer = meetings.useAnswer('GET /api/venues/:venueId/meetings', { venueId: jamId })
  return (
    <JamFrame jamId={jamId}>
      {({ forums }) => (
        <Await of={answer}>
          {(view) => <Meetings jamId={jamId} view={view} forums={forums} onEntered={() => answer.refetch()} />}
        </Await>
      )}
    </JamFrame>
  )
}
