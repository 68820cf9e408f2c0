import { useState } from 'react'
import { type CallError, Confirm, Menu, type MenuEntry, tell } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { api } from './api.ts'
import { LanguageDialog, VersionsDialog } from './OnDemand.tsx'
import { usePlaces } from './places.ts'
import { say } from './say.ts'

type Open = 'versions' | 'retract' | 'language' | undefined

/** What else can be done with something: its address, earlier versions; with my own: edit, language, retract; hosts
 *  correct the language of what others wrote. */
export function ItemMenu({
  item,
  onChanged,
  onEdit,
}: {
  item: ContributionView
  onChanged: (item: ContributionView) => void
  onEdit?: (() => void) | undefined
}) {
  const [open, setOpen] = useState<Open>(undefined)
  const places = usePlaces()
  const close = () => setOpen(undefined)
  const address = places.thread(item.threadId, item.parentId === null ? {} : { at: item.id })
  const entries: MenuEntry[] = [
    { id: 'link', label: say('conversation.menu.link'), icon: 'link', onPress: () => copyAddress(address) },
  ]
  if (item.version > 1 && !item.retracted) {
    entries.push({
      id: 'versions',
      label: say('conversation.menu.versions'),
      icon: 'history',
      onPress: () => setOpen('versions'),
    })
  }
  const language: MenuEntry = {
    id: 'language',
    label: say('conversation.menu.language'),
    icon: 'globe',
    onPress: () => setOpen('language'),
  }
  if ((item.mine || places.isHost) && !item.retracted) entries.push(language)
  if (item.mine && !item.retracted) entries.push(...ownEntries(onEdit, setOpen))
  return (
    <>
      <Menu small label={say('conversation.menu.label')} entries={entries} />
      {open === 'versions' && <VersionsDialog item={item} onClose={close} />}
      {open === 'language' && <LanguageDialog item={item} onChanged={onChanged} onClose={close} />}
      {open === 'retract' && <RetractDialog item={item} onChanged={onChanged} onClose={close} />}
    </>
  )
}

function ownEntries(onEdit: (() => void) | undefined, setOpen: (open: Open) => void): MenuEntry[] {
  const edit: MenuEntry[] = onEdit
    ? [{ id: 'edit', label: say('conversation.menu.edit'), icon: 'edit', onPress: onEdit }]
    : []
  return [
    ...edit,
    {
      id: 'retract',
      label: say('conversation.menu.retract'),
      icon: 'trash',
      danger: true,
      onPress: () => setOpen('retract'),
    },
  ]
}

async function copyAddress(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, location.href).href)
    tell(say('conversation.menu.link-copied'))
  } catch {
    // No clipboard on plain http: the address bar is the next best place to copy from.
    location.assign(path)
  }
}

type DialogProps = {
  readonly item: ContributionView
  readonly onChanged: (item: ContributionView) => void
  readonly onClose: () => void
}

/** Retracting is for good: says what goes, what stays, and asks once more. */
export function RetractDialog({ item, onChanged, onClose }: DialogProps) {
  const retract = api.useSend('DELETE /api/contributions/:contributionId')
  const confirm = () =>
    retract.mutate(
      { contributionId: item.id },
      {
        onSuccess: (answer) => {
          onChanged(answer)
          onClose()
        },
      },
    )
  const error: CallError | null = retract.error
  return (
    <Confirm
      title={say('conversation.retract.title')}
      action={say('conversation.retract.action')}
      busy={retract.isPending}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="stack stack-tight">
        <p>{say('conversation.retract.what-goes')}</p>
        <p>{say('conversation.retract.what-stays')}</p>
      </div>
    </Confirm>
  )
}
