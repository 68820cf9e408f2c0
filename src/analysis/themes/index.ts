export { embedEntries } from './embed-entries.ts'
export { openFinder } from './open-finder.ts'
export { openThemes } from './open-themes.ts'
export type {
  Constraint,
  Embedder,
  Finder,
  IgnoredConstraint,
  OpenThemes,
  PinnedTheme,
  Placement,
  Representative,
  SimilarText,
  Standing,
  Subtheme,
  TellingWords,
  TextAsked,
  TextEntry,
  TextTie,
  TextToFind,
  Theme,
  ThemeBody,
  ThemeChange,
  ThemePart,
  ThemeResult,
  ThemeStep,
  ThemesOptions,
} from './theme-types.ts'
