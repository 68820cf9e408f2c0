export { embedEntries } from './embed-entries.ts'
export { openThemes } from './open-themes.ts'
export type {
  Constraint,
  Embedder,
  IgnoredConstraint,
  OpenThemes,
  PinnedTheme,
  Placement,
  Representative,
  SimilarText,
  Subtheme,
  TextAsked,
  TextEntry,
  TextTie,
  Theme,
  ThemeBody,
  ThemeChange,
  ThemePart,
  ThemeResult,
  ThemeStep,
  ThemesOptions,
  ThemesState,
} from './theme-types.ts'
