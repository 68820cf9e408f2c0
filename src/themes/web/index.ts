import { lazyPart } from '../../web-kit/index.ts'
import './themes.css'

export { Families, Glossary } from './FamilyParts.tsx'
export { ThemeInFull } from './ThemeInFull.tsx'
export { Themes } from './Themes.tsx'
/** Their code loads with the list itself. */
export const SeldomRead = lazyPart(() => import('./SeldomRead.tsx').then((m) => m.SeldomRead))
export const Unsorted = lazyPart(() => import('./Unsorted.tsx').then((m) => m.Unsorted))
