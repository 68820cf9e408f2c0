/** One statement with its values. */
export type Statement = { readonly text: string; readonly values?: readonly unknown[] }
