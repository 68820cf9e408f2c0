import './themes.css'

export { ThemeInFull } from './ThemeInFull.tsx'
export { Themes } from './Themes.tsx'
export { Unsorted } from './Unsorted.tsx'
