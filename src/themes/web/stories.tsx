import './themes.css'
import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import { ChooseBar } from './HostParts.tsx'
import { Items } from './Items.tsx'
import { MostActive, Progress } from './Progress.tsx'
import { SimilarList } from './SimilarPage.tsx'
import { SmallVoiceCard } from './SmallVoiceCard.tsx'
import { contributionSample, smallVoiceSample, themeSample, themesSample } from './samples.ts'
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
const small = (given: Parameters<typeof smallVoiceSample>[0]) => (
  <ul className="plain-list theme-cards">
    <SmallVoiceCard small={smallVoiceSample(given)} pathOf={pathOf} />
  </ul>
)
const alone = { contributions: 1, people: null, hub: null } as const
const progress = (given: Parameters<typeof themesSample>[1]) => <Progress view={themesSample(7, given)} />
const active = (given: Parameters<typeof themesSample>[1]) => <MostActive view={themesSample(7, given)} />
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
    name: 'Small voice',
    states: {
      'pocket of a hub': () => small({}),
      'pocket of a language, with a theme': () => small({ hub: null, spoken: 'ca', themeId: 'theme' }),
      'pocket of a time zone': () => small({ hub: null, zone: 'America/Argentina/Buenos_Aires' }),
      'pocket of a hub that is not named': () => small({ hub: null }),
      'support of its own': () => small({ reason: 'own-support', people: 24 }),
      'far from all': () => small({ ...alone, reason: 'far-from-all' }),
      'first, unanswered': () => small({ ...alone, reason: 'first-unanswered' }),
    },
  },
  {
    name: 'Progress',
    states: {
      'more since': () => progress({}),
      'nothing since': () => progress({ progress: { seen: 3, changed: 0 } }),
      'nothing read': () => progress({ progress: { seen: 0, changed: 0 } }),
      'not kept': () => progress({ progress: null }),
    },
  },
  {
    name: 'Most active',
    states: {
      'a tenth': () => active({}),
      'a tenth and a hundredth': () =>
        active({ activity: { people: 900, posts: 4_000, topHundredth: 0.12, topTenth: 0.44 } }),
      'too few': () => active({ activity: { people: 12, posts: 40, topHundredth: null, topTenth: null } }),
    },
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
