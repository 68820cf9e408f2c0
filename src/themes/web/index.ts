import './themes.css'
import { lazy } from 'react'

export { Families, Glossary } from './FamilyParts.tsx'
export { ThemeInFull } from './ThemeInFull.tsx'
export { Themes } from './Themes.tsx'
/** Its code loads with the list itself. */
export const Unsorted = lazy(() => import('./Unsorted.tsx').then((m) => ({ default: m.Unsorted })))
