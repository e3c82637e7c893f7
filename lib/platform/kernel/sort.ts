import { z } from "zod";

export type Direction = "asc" | "desc";

/** Input of a sortable list: one of the orders it names. */
export const sortInput = <Key extends string>(
  orders: Readonly<Record<Key, unknown>>,
  sort: NoInfer<Key>,
  direction: Direction,
) => ({
  sort: z
    .enum(Object.keys(orders) as [Key, ...Key[]])
    .default(sort as never)
    .describe("Amounts are sorted as numbers, without currency conversion"),
  direction: z.enum(["asc", "desc"]).default(direction),
});

type Orders = Readonly<Record<string, (direction: Direction) => unknown[]>>;

/** The database order: as requested, with the id as tie-breaker. */
export function orderBy<List extends Orders>(
  orders: List,
  { sort, direction }: { readonly sort: keyof List & string; readonly direction: Direction },
) {
  const asked = orders[sort]?.(direction) as ReturnType<List[string]>;
  return [...asked, { id: direction }] as (ReturnType<List[string]>[number] | { id: Direction })[];
}
