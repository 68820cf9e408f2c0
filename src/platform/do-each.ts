/** Does the work for each, one after the other. One that fails stops no other: what failed is thrown, all together, once
 *  everything has been tried. */
export async function doEach<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be done`)
}
