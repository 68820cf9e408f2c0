import '../palette.css'
import { Dialog } from '../Dialog.tsx'
import { keyNames } from '../key-names.ts'
import { say } from '../kit-say.ts'
import { type Shortcut, shortcutsNow } from '../shortcuts.ts'

/** All keys that work now, those of the page first. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const all = shortcutsNow()
  const ofPage = all.filter((shortcut) => !shortcut.everywhere)
  return (
    <Dialog title={say('kit.shortcuts.title')} onClose={onClose}>
      {ofPage.length > 0 && <Keys title={say('kit.shortcuts.page')} shortcuts={ofPage} />}
      <Keys title={say('kit.shortcuts.everywhere')} shortcuts={all.filter((shortcut) => shortcut.everywhere)} />
    </Dialog>
  )
}

function Keys({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section className="stack stack-tight">
      <h3>{title}</h3>
      <dl className="shortcut-list">
        {shortcuts.map((shortcut) => (
          <Row key={shortcut.keys} shortcut={shortcut} />
        ))}
      </dl>
    </section>
  )
}

function Row({ shortcut }: { shortcut: Shortcut }) {
  return (
    <>
      <dt>{shortcut.does}</dt>
      <dd>
        {keyNames(shortcut.keys).map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </>
  )
}
