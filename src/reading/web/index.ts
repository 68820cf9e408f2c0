import { lazyPart } from '../../web-kit/index.ts'

export { NoticeSeen } from './NoticeSeen.tsx'
/** For the profile alone: its code loads there. */
export const ReadingChoice = lazyPart(() => import('./ReadingChoice.tsx').then((m) => m.ReadingChoice))
