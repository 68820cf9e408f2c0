import { lazyPart } from '../../web-kit/index.ts'

export { JamFrame } from './JamFrame.tsx'

/** Chooses people by name; comes when it is shown first. */
export const PeoplePicker = lazyPart(() => import('./PeoplePicker.tsx').then((found) => found.PeoplePicker))
