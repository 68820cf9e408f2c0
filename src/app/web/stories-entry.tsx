import '../../web-kit/fonts.ts'
import '../../web-kit/tokens.css'
import '../../web-kit/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newAnswers } from '../../web-kit/api.ts'
import type { Story } from '../../web-kit/story.ts'
import { chosenTheme, showTheme } from '../../web-kit/theme.ts'
import { firstLanguage, speakLanguage } from './language.ts'
import { StoriesPage } from './StoriesPage.tsx'

const found = import.meta.glob<{ stories: Story[] }>(
  ['../../web-kit/stories.tsx', '../../*/web/stories.tsx', '../../*/web/*.stories.tsx'],
  {
    eager: true,
  },
)

showTheme(chosenTheme())
await speakLanguage(firstLanguage())
const place = document.getElementById('page')
if (!place) throw new Error('stories.html has no #page')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={newAnswers()}>
      <StoriesPage files={Object.entries(found).map(([file, { stories }]) => ({ file, stories }))} />
    </QueryClientProvider>
  </StrictMode>,
)
