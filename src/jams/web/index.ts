export { JamFrame } from './JamFrame.tsx'
