import './hubs.css'
import { useState } from 'react'
import { Await, Button, Card, DialogButton, Empty, Field, Page, usePaletteEntries } from '../../web-kit/index.ts'
import { type Hub, organisation } from './api.ts'
import { AddHubDialog } from './HubDialogs.tsx'
import { HubLine } from './HubLine.tsx'
import { findHubs, type Node, treeOf } from './hub-tree.ts'
import { say } from './say.ts'

const FOLD_FROM = 40

/** The tree of hubs that this person may see. */
export function HubsPage() {
  const hubs = organisation.useAnswer('GET /api/hubs')
  return (
    <Page title={say('hubs.title')} lead={say('hubs.lead')} actions={<Add />}>
      <Await of={hubs}>{(found) => (found.hubs.length > 0 ? <Tree hubs={found.hubs} /> : <NoHubs />)}</Await>
    </Page>
  )
}

function NoHubs() {
  return (
    <Empty icon="hubs" title={say('hubs.none')}>
      {say('hubs.none-text')}
    </Empty>
  )
}

function Add() {
  const hubs = organisation.useAnswer('GET /api/hubs').data
  const root = hubs?.hubs.find((hub) => hub.parentId === null && hubs.may.addUnder.includes(hub.id))
  if (!root) return null
  return (
    <DialogButton
      icon="plus"
      label={say('hub.add')}
      dialog={(close) => <AddHubDialog parent={root} onClose={close} />}
    />
  )
}

function Tree({ hubs }: { hubs: readonly Hub[] }) {
  const [words, setWords] = useState('')
  usePaletteEntries(
    hubs.map(({ id, name }) => ({ id, label: name, under: say('hubs.palette'), icon: 'hubs', to: `/hubs/${id}` })),
  )
  const found = words.trim() ? findHubs(hubs, words) : undefined
  return (
    <div className="stack">
      {hubs.length > 8 && <Field label={say('hubs.filter')} type="search" value={words} onChange={setWords} />}
      <Card>
        {found ? (
          <Found hubs={found} words={words} />
        ) : (
          <ul className="hub-tree">
            {treeOf(hubs).map((node) => (
              <Branch key={node.hub.id} node={node} unfolded={hubs.length < FOLD_FROM} top />
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}

function Found({ hubs, words }: { hubs: readonly Hub[]; words: string }) {
  if (hubs.length === 0) return <p role="status">{say('hubs.none-found', { words })}</p>
  return (
    <ul className="hub-tree">
      {hubs.map((hub) => (
        <li key={hub.id}>
          <HubLine hub={hub} />
        </li>
      ))}
    </ul>
  )
}

function Branch({ node, unfolded, top = false }: { node: Node; unfolded: boolean; top?: boolean }) {
  const [open, setOpen] = useState(unfolded || top)
  const below = node.children.length > 0
  return (
    <li>
      <div className="hub-branch">
        {below && !top ? (
          <Button
            kind="quiet"
            small
            icon={open ? 'down' : 'next'}
            iconOnly
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          >
            {say('hubs.unfold', { name: node.hub.name })}
          </Button>
        ) : (
          <span className="hub-leaf" aria-hidden="true" />
        )}
        <HubLine hub={node.hub} />
      </div>
      {below && open && (
        <ul className="hub-tree">
          {node.children.map((child) => (
            <Branch key={child.hub.id} node={child} unfolded={unfolded} />
          ))}
        </ul>
      )}
    </li>
  )
}
