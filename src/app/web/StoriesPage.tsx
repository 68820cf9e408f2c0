import './stories.css'
import { useState } from 'react'
import { Page, Radios } from '../../web-kit/index.ts'
import { type Navigation, NavigationContext } from '../../web-kit/navigation.ts'
import type { Story } from '../../web-kit/story.ts'
import { Toasts } from '../../web-kit/Toasts.tsx'
import { chooseTheme, chosenTheme, type Theme } from '../../web-kit/theme.ts'

export type StoryFile = { readonly file: string; readonly stories: readonly Story[] }

const still: Navigation = { path: '/dev/stories', search: new URLSearchParams(), go() {}, preload() {} }

/** Every component in every state, grouped by the file that tells them. For development: its own words are not translated. */
export function StoriesPage({ files }: { files: readonly StoryFile[] }) {
  const only = new URLSearchParams(location.search).get('only')
  const shown = files.filter(({ file }) => !only || file.includes(only))
  return (
    <NavigationContext value={still}>
      <main>
        <Page title="Stories" width="wide" actions={<ThemeChoice />}>
          {shown.flatMap(({ file, stories }) =>
            stories.map((story) => <OneStory key={file + story.name} story={story} />),
          )}
        </Page>
      </main>
      <Toasts />
    </NavigationContext>
  )
}

function OneStory({ story }: { story: Story }) {
  return (
    <section className="story" aria-label={story.name}>
      <h2>{story.name}</h2>
      {Object.entries(story.states).map(([name, State]) => (
        <figure key={name}>
          <figcaption>{name}</figcaption>
          <State />
        </figure>
      ))}
    </section>
  )
}

const themes = ['system', 'light', 'dark'].map((value) => ({ value: value as Theme, label: value }))

function ThemeChoice() {
  const [theme, setTheme] = useState(chosenTheme)
  const choose = (chosen: Theme) => {
    chooseTheme(chosen)
    setTheme(chosen)
  }
  return <Radios inline legend="Theme" legendHidden value={theme} options={themes} onChange={choose} />
}
