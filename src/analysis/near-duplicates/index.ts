export { type Campaign, type CampaignRule, findCampaigns, type Written } from './find-campaigns.ts'
export {
  countFoldPeople,
  type Fold,
  type FoldableText,
  type FoldMember,
  foldDuplicates,
  takeApart,
} from './fold-duplicates.ts'
export {
  type NearDuplicate,
  type NearDuplicateOptions,
  type NearDuplicates,
  nearDuplicateThreshold,
  openNearDuplicates,
} from './open-near-duplicates.ts'
