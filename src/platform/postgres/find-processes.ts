import fs from 'node:fs'

function stateOf(pid: number): string {
  try {
    // The name in parentheses may itself hold spaces and parentheses: what counts stands after the last one.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
  } catch {
    return ''
  }
}

/** Whether the process still runs. A zombie does not, although kill(pid, 0) succeeds for it. */
export function isAlive(pid: number): boolean {
  const state = stateOf(pid)
  return state !== '' && state !== 'Z' && state !== 'X'
}

/** Whether the process runs with this (real, absolute) folder as its working directory. */
export function worksIn(pid: number, folder: string): boolean {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Every process whose working directory is the folder: for a cluster's folder, the postmaster and all its children. */
export function findProcessesIn(folder: string): number[] {
  return fs
    .readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => worksIn(pid, folder))
}

/** Looks every 20 ms until `isDone`; answers whether it came within `patienceMs`. */
export async function waitUntil(isDone: () => boolean, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs
  while (!isDone()) {
    if (Date.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}

/** Sends the signal; a process that is gone meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
