import type { ContributionView } from '../../conversation/contract.ts'
import { Checkbox } from '../../web-kit/index.ts'
import { say } from './say.ts'

/** As many as one act takes. */
const CHOSEN_MAX = 200

/** What hosts have chosen of a list; null while they only read. */
export type Chosen = ReadonlySet<string> | null

/** Before each contribution of a list in which hosts choose. */
export function ChooseOne({
  item,
  chosen,
  onChoose,
}: {
  item: ContributionView
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}) {
  const label = item.title ? say('themes.choose.one', { title: item.title }) : say('themes.choose.untitled')
  const toggle = (isIn: boolean) => {
    const next = new Set(chosen)
    if (isIn) next.add(item.id)
    else next.delete(item.id)
    onChoose(next)
  }
  const isChosen = chosen.has(item.id)
  return (
    <div className="theme-choose">
      <Checkbox label={label} checked={isChosen} disabled={!isChosen && chosen.size >= CHOSEN_MAX} onChange={toggle} />
    </div>
  )
}
