import type { ReactNode } from 'react'

/** A component in each of its states, for the stories page: `empty`, `loading`, `refused`, `very full` and so on. */
export type Story = { readonly name: string; readonly states: Readonly<Record<string, () => ReactNode>> }
