import '../../web-kit/fonts.ts'
import '../../web-kit/tokens.css'
import '../../web-kit/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newAnswers } from '../../web-kit/api.ts'
import type { Story } from '../../web-kit/story.ts'
import { chosenTheme, showTheme } from '../../web-kit/theme.ts'
import { firstLanguage, learnWords, speakLanguage } from './language.ts'
import { StoriesPage } from './StoriesPage.tsx'

// Not eager: the style sheets of the stories must come after the layers that base.css names.
const found = import.meta.glob<{ stories: Story[] }>([
  '../../web-kit/stories.tsx',
  '../../*/web/stories.tsx',
  '../../*/web/*.stories.tsx',
])
const files = await Promise.all(Object.entries(found).map(async ([file, load]) => ({ file, ...(await load()) })))

showTheme(chosenTheme())
await speakLanguage(firstLanguage())
await Promise.all([
  learnWords('people'),
  learnWords('hosting'),
  learnWords('themes'),
  learnWords('catch-up'),
  learnWords('reports'),
  learnWords('rating'),
  learnWords('polls'),
  learnWords('preparing'),
  learnWords('reach'),
])
const place = document.getElementById('page')
if (!place) throw new Error('stories.html has no #page')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={newAnswers()}>
      <StoriesPage files={files} />
    </QueryClientProvider>
  </StrictMode>,
)
