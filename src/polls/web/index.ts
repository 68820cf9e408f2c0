export { PollsAt } from './Polls.tsx'
