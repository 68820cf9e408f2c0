import { Badge, Day, Facts, Time } from '../../web-kit/index.ts'
import type { DecisionView } from '../contract.ts'
import { say, sayRich } from './say.ts'

const TONES = { accept: 'leaf', adapt: 'sky', decline: 'clay', later: 'pollen' } as const

/** A version of an answer: what, why, who keeps it by when, and the names under it. */
export function Answer({ decision }: { decision: DecisionView }) {
  const { answer, reason, owner, due, budget, changeReason, signatures, boundAt } = decision
  const names = signatures.map(({ name }) => name ?? '…').join(', ')
  return (
    <div className="stack stack-tight">
      <p>
        <Badge tone={TONES[answer]}>{say(`decisions.answer.${answer}`)}</Badge>
      </p>
      <p className="reading promise-reason">{reason}</p>
      {changeReason && <p>{say('decisions.changed-because', { reason: changeReason })}</p>}
      <Facts>
        {owner && <span>{say('promises.kept-by', { name: owner.name ?? '…' })}</span>}
        {due && <span>{sayRich('decisions.by-day', { day: <Day date={due} /> })}</span>}
        {budget && <span>{budget}</span>}
        {names && <span>{say('decisions.signed', { names })}</span>}
        {boundAt && <span>{sayRich('decisions.binds', { time: <Time at={boundAt} as="absolute" /> })}</span>}
      </Facts>
    </div>
  )
}
