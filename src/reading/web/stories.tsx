import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import { ReadingChoice } from './ReadingChoice.tsx'

const READING = ['GET /api/reading', {}] as const
const choice = (kept: boolean, contributions: number) => (
  <StoryAnswers
    known={[[READING, { kept, contributions, since: contributions > 0 ? '2027-03-01T10:00:00.000Z' : null }]]}
  >
    <ReadingChoice />
  </StoryAnswers>
)

export const stories: Story[] = [
  {
    name: 'ReadingChoice',
    states: {
      kept: () => choice(true, 1_204),
      empty: () => choice(true, 0),
      'stopped, with a history': () => choice(false, 31),
      'stopped, empty': () => choice(false, 0),
      loading: () => (
        <StoryAnswers waiting={[READING]}>
          <ReadingChoice />
        </StoryAnswers>
      ),
    },
  },
]
