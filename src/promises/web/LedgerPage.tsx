import './promises.css'
import { useState } from 'react'
import {
  Await,
  Button,
  Empty,
  Loading,
  Page,
  type PageProps,
  Radios,
  Switch,
  useNavigation,
  useSearchParam,
} from '../../web-kit/index.ts'
import type { LedgerView, PromiseLine } from '../contract.ts'
import { api, organisation } from './api.ts'
import { Counts } from './Counts.tsx'
import { PromiseList } from './PromiseList.tsx'
import { decisionsPath } from './places.ts'
import { say } from './say.ts'

const SHOWN = ['all', 'due', 'overdue'] as const
type Shown = (typeof SHOWN)[number]

/** The promises of all jams, or of one (`jam` in the address): overdue ones first. */
export function LedgerPage(_: PageProps<never>) {
  const [jamId] = useSearchParam('jam')
  const [wanted] = useSearchParam('show')
  const [who] = useSearchParam('mine')
  const navigation = useNavigation()
  const me = organisation.useAnswer('GET /api/me').data
  const show: Shown = SHOWN.find((one) => one === wanted) ?? 'all'
  const mine = who === 'yes'
  const go = (next: { show: Shown; mine: boolean }) => {
    const query = new URLSearchParams({
      ...(jamId && { jam: jamId }),
      ...(next.show !== 'all' && { show: next.show }),
      ...(next.mine && { mine: 'yes' }),
    })
    navigation.go(query.size > 0 ? `/promises?${query}` : '/promises')
  }
  const asked = { ...(jamId && { jamId }), show, ...(mine && { mine: 'yes' as const }) }
  const first = api.useAnswer('GET /api/promises', asked)
  return (
    <Page
      title={say(jamId ? 'promises.of-jam' : 'promises.all')}
      lead={say('promises.lead')}
      {...(jamId && { crumbs: [{ label: say('decisions.title'), to: decisionsPath(jamId) }] })}
    >
      <div className="stack stack-wide">
        <div className="row">
          <Radios
            inline
            legend={say('promises.filter')}
            value={show}
            onChange={(value) => go({ show: value, mine })}
            options={SHOWN.map((value) => ({ value, label: say(`promises.filter.${value}`) }))}
          />
          {me?.person && (
            <Switch label={say('promises.filter.mine')} checked={mine} onChange={(on) => go({ show, mine: on })} />
          )}
        </div>
        <Await of={first} loading={<Loading cards={3} />}>
          {(view) => <Ledger key={JSON.stringify(asked)} first={view} asked={asked} />}
        </Await>
      </div>
    </Page>
  )
}

type Asked = { readonly jamId?: string; readonly show: Shown; readonly mine?: 'yes' }

/** The list with its counts; more is added when asked for. */
export function Ledger({ first, asked }: { first: LedgerView; asked: Asked }) {
  const [more, setMore] = useState<readonly PromiseLine[]>([])
  const [next, setNext] = useState(first.next)
  const load = async (after: string) => {
    const page = await api.call('GET /api/promises', { ...asked, after })
    setMore((before) => [...before, ...page.promises])
    setNext(page.next)
  }
  if (first.promises.length === 0)
    return (
      <Empty icon="promise" title={say('promises.none.title')}>
        {say('promises.none.text')}
      </Empty>
    )
  return (
    <div className="stack stack-wide">
      <PromiseList promises={[...first.promises, ...more]} />
      {next && <Button onPress={() => void load(next)}>{say('promises.more')}</Button>}
      <Counts counts={first.counts} caption={say('promises.counts')} />
    </div>
  )
}
