import './themes.css'
import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import { ChooseBar } from './HostParts.tsx'
import { Items } from './Items.tsx'
import { SimilarList } from './SimilarPage.tsx'
import { contributionSample, themeSample, themesSample } from './samples.ts'
import { ThemeList } from './ThemeList.tsx'
import { ThemeMap } from './ThemeMap.tsx'
import { ThemeTable } from './ThemeTable.tsx'

const nothing = () => undefined
const pathOf = (themeId: string) => `#${themeId}`
const allowed = { ok: true } as const
const three = [
  contributionSample(),
  contributionSample({ id: 'two', title: 'Two trained colleagues may answer together', myVote: 'agree' }),
  contributionSample({ id: 'three', kind: 'build', title: null, html: '<p>We tried this for a month.</p>' }),
]
const german = { themeId: 'german', name: 'Freigabe, Wochenende', language: 'de' }
const similar = [
  ...three.map((contribution) => ({ contribution })),
  {
    contribution: contributionSample({ id: 'four', title: 'Wochenende ohne Freigabe', language: 'de' }),
    across: german,
  },
]
const shaping = {
  themes: themesSample(7).themes,
  round: 0,
  isHost: true,
  onChanged: nothing,
  onDone: nothing,
}
const bar = (chosen: readonly string[] | null) => (
  <StoryAnswers>
    <ChooseBar
      venueId="venue"
      theme={themeSample()}
      shaping={shaping}
      chosen={chosen && new Set(chosen)}
      onChoose={nothing}
    />
    {chosen && (
      <Items
        items={three.slice(0, 2)}
        may={{ reply: allowed, vote: allowed }}
        chosen={new Set(chosen)}
        onChoose={nothing}
      />
    )}
  </StoryAnswers>
)
const some = themesSample(7)
const many = themesSample(200)

/** The parts of the pages of themes in each of their states. */
export const stories: Story[] = [
  {
    name: 'Similar to what is written',
    states: {
      'three, and one in another language': () => <SimilarList items={similar} onChanged={nothing} onBuild={nothing} />,
      none: () => <SimilarList items={[]} onChanged={nothing} onBuild={nothing} />,
    },
  },
  {
    name: 'Choosing contributions',
    states: { reading: () => bar(null), 'none chosen': () => bar([]), 'one chosen': () => bar(['two']) },
  },
  {
    name: 'Map of themes',
    states: {
      'seven, two languages': () => <ThemeMap view={some} pathOf={pathOf} />,
      'two hundred': () => <ThemeMap view={many} pathOf={pathOf} />,
    },
  },
  {
    name: 'Table of themes',
    states: { 'two hundred': () => <ThemeTable view={many} pathOf={pathOf} /> },
  },
  {
    name: 'List of themes',
    states: {
      seven: () => <ThemeList view={some} pathOf={pathOf} />,
      'two hundred': () => <ThemeList view={many} pathOf={pathOf} />,
    },
  },
]
