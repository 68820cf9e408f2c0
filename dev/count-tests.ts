import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** How many tests ended how. */
export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** What the count needs to know of one file of tests. */
export type FileResult = { readonly states: readonly string[]; readonly broke: boolean }

/** Adds up the files. A file that broke without a failed test (it could not be loaded, or its set-up failed) counts as
 *  one failure, and so does every error that no test caught. A test that never ran is skipped. */
export function countTests(files: readonly FileResult[], uncaught: number): Count {
  const states = files.flatMap((file) => file.states)
  const passed = states.filter((state) => state === 'passed').length
  const failed = states.filter((state) => state === 'failed').length
  const broken = files.filter((file) => file.broke && !file.states.includes('failed')).length
  return { passed, failed: failed + broken + uncaught, skipped: states.length - passed - failed }
}

/** The line that closes a run, alone at its end. */
export function closingLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** A run is good when something passed and nothing failed: no test at all proves nothing. */
export function isGood({ passed, failed }: Count): boolean {
  return passed > 0 && failed === 0
}

function resultOf(module: TestModule): FileResult {
  const tests = [...module.children.allTests()]
  return { states: tests.map((test) => test.result().state), broke: module.state() === 'failed' }
}

/** A reporter of Vitest that only counts; `hear` is told once, at the end of the run. */
export function countingReporter(hear: (count: Count) => void): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[], uncaught: readonly SerializedError[]) {
      hear(countTests(modules.map(resultOf), uncaught.length))
    },
  }
}
