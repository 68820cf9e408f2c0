import './themes.css'

export { Families } from './Families.tsx'
export { Glossary } from './Glossary.tsx'
export { ThemeInFull } from './ThemeInFull.tsx'
export { Themes } from './Themes.tsx'
export { Unsorted } from './Unsorted.tsx'
