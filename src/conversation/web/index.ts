import './conversation.css'
import './thread.css'

export { ContributionComposer, type ForumChoice } from './ContributionComposer.tsx'
export { Feed } from './Feed.tsx'
export { isReplyKind } from './KindLabel.tsx'
export { type Places, PlacesContext } from './places.ts'
export { ReadContribution } from './ReadContribution.tsx'
export { Thread } from './Thread.tsx'
