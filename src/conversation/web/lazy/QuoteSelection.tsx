import { useEffect, useState } from 'react'
import { Button, useShortcuts } from '../../../web-kit/index.ts'
import { say } from '../say.ts'

type Chosen = { readonly id: string; readonly text: string; readonly top: number; readonly left: number }

/** Words that are selected in an answer can be quoted: a button beside the selection, or the key q. */
export function QuoteSelection({ onQuote }: { onQuote: (id: string, text: string) => void }) {
  const [chosen, choose] = useState<Chosen | undefined>(undefined)
  useEffect(() => {
    const look = () => choose(chosenNow())
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const quote = () => {
    const now = chosenNow() ?? chosen
    if (!now) return
    onQuote(now.id, now.text)
    document.getSelection()?.removeAllRanges()
    choose(undefined)
  }
  useShortcuts([{ keys: 'q', does: say('conversation.keys.quote'), run: quote }])
  if (!chosen) return null
  return (
    <div
      className="quote-button"
      style={{ insetBlockStart: chosen.top, insetInlineStart: chosen.left }}
      // Pressing must not take the selection away first.
      onPointerDown={(event) => event.preventDefault()}
    >
      <Button small kind="primary" icon="quote" onPress={quote}>
        {say('conversation.quote')}
      </Button>
    </div>
  )
}

function chosenNow(): Chosen | undefined {
  const selection = document.getSelection()
  const text = selection?.toString().trim() ?? ''
  if (!selection || selection.rangeCount === 0 || text === '') return undefined
  const from = itemAround(selection.anchorNode)
  if (!from || from !== itemAround(selection.focusNode)) return undefined
  const box = selection.getRangeAt(0).getBoundingClientRect()
  return {
    id: from,
    text: text.slice(0, 2000),
    top: Math.max(8, box.top - 44),
    left: Math.max(8, Math.min(box.left + box.width / 2, innerWidth - 60)),
  }
}

function itemAround(node: Node | null): string | undefined {
  const element = node instanceof Element ? node : node?.parentElement
  if (!element?.closest('.prose')) return undefined
  return element.closest<HTMLElement>('[data-item]')?.dataset.item
}
