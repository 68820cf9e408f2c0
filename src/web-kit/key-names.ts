import { say } from './kit-say.ts'

/** The keys of a shortcut as they stand on the viewer's keyboard, in the order they are pressed: `mod+k` is "Ctrl" and
 *  "K", "Strg" and "K" in German, "⌘" and "K" on Apple's. */
export function keyNames(keys: string): string[] {
  const [mod, key] = keys.split('+')
  return mod === 'mod' && key ? [controlName(), key.toUpperCase()] : [keys]
}

function controlName(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : say('kit.key.control')
}
