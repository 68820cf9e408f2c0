export { BridgesChoice } from './BridgesChoice.tsx'
export { FollowButton } from './FollowButton.tsx'
