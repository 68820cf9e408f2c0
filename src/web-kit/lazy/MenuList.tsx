import '../menu.css'
import { Menu as AriaMenu, MenuItem, Popover, Text } from 'react-aria-components'
import { classes } from '../class-names.ts'
import { Icon } from '../Icon.tsx'
import type { MenuEntry, MenuListProps } from '../menu-entry.ts'
import { useNavigation } from '../navigation.ts'

export function MenuList({ label, entries, trigger, onClose }: MenuListProps) {
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      placement="bottom end"
      onOpenChange={(open) => !open && onClose()}
      className="menu-sheet"
    >
      <AriaMenu aria-label={label} autoFocus="first" className="menu" onClose={onClose}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </AriaMenu>
    </Popover>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  const { go } = useNavigation()
  const refused = entry.may && !entry.may.ok ? entry.may.sentence : undefined
  const act = () => {
    if ('onPress' in entry) entry.onPress()
    else if (entry.download || entry.to.startsWith('/api/')) globalThis.location.assign(entry.to)
    else go(entry.to)
  }
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={refused !== undefined}
      className={classes('menu-entry', entry.danger && 'menu-danger')}
      onAction={act}
    >
      {entry.icon && <Icon name={entry.icon} />}
      <Text slot="label">{entry.label}</Text>
      {refused && (
        <Text slot="description" className="menu-reason">
          {refused}
        </Text>
      )}
    </MenuItem>
  )
}
