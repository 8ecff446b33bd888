// Does the same for many things, a few at a time and in their order, and hands over what is done as it comes.

/** `take` gets the results of one batch after the other; resolves to what failed, which is left out of them. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  batchSize: number,
  work: (item: Item) => Promise<Result>,
  take: (results: Result[], isLast: boolean) => void,
): Promise<unknown[]> {
  const failed: unknown[] = [];
  for (let from = 0; from === 0 || from < items.length; from += batchSize) {
    const settled = await Promise.allSettled(items.slice(from, from + batchSize).map(work));
    const results = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    failed.push(...settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : [])));
    take(results, from + batchSize >= items.length);
  }
  return failed;
}
