export { FoldInFull } from './FoldInFull.tsx'
export { FoldsHere } from './FoldsHere.tsx'
