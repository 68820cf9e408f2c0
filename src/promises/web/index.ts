export { Record } from './Record.tsx'
