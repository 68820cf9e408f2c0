import * as opinion from '../../analysis/opinion/index.ts'
import { answerInThread } from '../../platform/in-thread.ts'
import type { AskedOfThread } from './open-grouper.ts'

// Groups are found beside the server, so that nobody waits for them.

const SEED = 1

answerInThread<AskedOfThread>(({ ballots, memory }) =>
  opinion.findOpinionGroups(ballots, { seed: SEED, ...(memory && { memory }) }),
)
