export { LiveSign } from './LiveSign.tsx'
export { type Live, type LiveOptions, type LiveState, openLive, type Subscription } from './live.ts'
export { followPageLife, LiveContext, useLive } from './use-live.ts'
