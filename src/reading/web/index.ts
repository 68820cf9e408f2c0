import { lazy } from 'react'

export { NoticeSeen } from './NoticeSeen.tsx'
/** For the profile alone: its code loads there. */
export const ReadingChoice = lazy(() => import('./ReadingChoice.tsx').then((m) => ({ default: m.ReadingChoice })))
