/** What a calendar has of one kind: as much ahead, and as much of the past. */
export const MOST_ON_EACH_SIDE = 500;

type Side = { readonly gte: Date; readonly lt?: Date };

/**
 * What lies ahead, the nearest first, then what is past, the latest first. Each side has its own limit, so that much past
 * leaves out nothing that is still to come.
 */
export async function aheadThenBack<Row>(
  now: Date,
  from: Date,
  read: (side: Side, order: "asc" | "desc") => Promise<Row[]>,
): Promise<Row[]> {
  const [ahead, back] = await Promise.all([read({ gte: now }, "asc"), read({ gte: from, lt: now }, "desc")]);
  return [...ahead, ...back];
}
