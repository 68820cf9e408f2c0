import { numberFormat } from '../../kernel/messages.ts'
import { Badge, Icon, viewer } from '../../web-kit/index.ts'
import type { Check } from '../contract.ts'
import { say } from './say.ts'

/** The go / no-go list: each line with what was measured, and what to do where it does not go. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const against = checks.filter(({ go }) => !go).length
  return (
    <div className="stack">
      <h3 className="rehearsal-verdict">
        {against === 0 ? say('rehearsal.verdict.go') : say('rehearsal.verdict.no-go', { count: against })}
      </h3>
      <ul className="plain-list rehearsal-checks">
        {checks.map((check) => (
          <Line key={check.key} check={check} />
        ))}
      </ul>
    </div>
  )
}

function Line({ check: { key, go, value } }: { check: Check }) {
  return (
    <li className="rehearsal-check">
      <Badge tone={go ? 'leaf' : 'clay'}>
        <Icon name={go ? 'check' : 'cross'} size={14} /> {say(go ? 'rehearsal.go' : 'rehearsal.no-go')}
      </Badge>
      <span className="rehearsal-what">
        {say(`rehearsal.check.${key}`)}
        {!go && <span className="quiet-text rehearsal-do">{say(`rehearsal.check.${key}.do`)}</span>}
      </span>
      <strong className="rehearsal-value">{measuredIn({ key, go, value })}</strong>
    </li>
  )
}

function measuredIn({ key, go, value }: Check): string {
  if (value !== null) return numberFormat(viewer().language).format(value)
  return key === 'promise' && go ? say('rehearsal.check.complete') : say('rehearsal.check.missed')
}
