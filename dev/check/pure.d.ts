/** What pure code may use of Node: a part that is loaded when it is first needed (analysis/open-eld.ts). All else of
 *  Node, and all of the browser, is unknown to tsconfig.pure.json. */
declare module 'node:fs' {
  export function readFileSync(file: string, encoding: 'utf8'): string
}
declare module 'node:module' {
  export function createRequire(from: string): (file: string) => unknown
}
declare module 'node:url' {
  export function fileURLToPath(url: string): string
}
interface ImportMeta {
  readonly url: string
  resolve(name: string): string
}
