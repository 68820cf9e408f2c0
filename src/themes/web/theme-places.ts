/** Addresses of the pages of themes, given by whoever shows them. */
export type ThemePlaces = {
  readonly theme: (themeId: string) => string
  readonly unsorted: string
  readonly seldom: string
  readonly families: string
  readonly glossary: string
}
