export { endsShort } from './ends-short.ts'
