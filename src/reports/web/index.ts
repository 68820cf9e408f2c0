export { UsedInReport } from './UsedInReport.tsx'
