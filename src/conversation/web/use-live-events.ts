import type { LiveEvent } from '../live-state.ts'

/** Hears what happens under some topics while the component is there. `onGap`: more was missed than live can tell again. */
export function useLiveEvents(_topics: readonly string[], _onEvent: (event: LiveEvent) => void, _onGap: () => void): void {}
