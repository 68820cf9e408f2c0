import { sayIn } from '../../web-kit/index.ts'
import type { templates } from '../messages-templates.en.ts'

export const say = sayIn<typeof templates>()
