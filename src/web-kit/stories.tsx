import { content } from './content-stories.tsx'
import { controls } from './control-stories.tsx'
import type { Story } from './index.ts'

/** What the kit has: first what people press and fill in, then what they read. */
export const stories: Story[] = [...controls, ...content]
