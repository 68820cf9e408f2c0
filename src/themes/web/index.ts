import './themes.css'
import { lazy } from 'react'

export { Families } from './Families.tsx'
export { Glossary } from './Glossary.tsx'
export { Similar } from './Similar.tsx'
export { ThemeInFull } from './ThemeInFull.tsx'
export { Themes } from './Themes.tsx'
/** Its code loads with the list itself. */
export const Unsorted = lazy(() => import('./Unsorted.tsx').then((m) => ({ default: m.Unsorted })))
