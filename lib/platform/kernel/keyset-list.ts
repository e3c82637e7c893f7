import type { Condition, Key, KeyValue } from "./keyset";
import { PAGE_SIZE } from "./page";
import { type AskedPage, placeInList } from "./place-in-list";
import { type Direction, orderBy } from "./sort";

type Orders = Readonly<Record<string, (direction: Direction) => unknown[]>>;
/**
 * The values of an enum by its column, in the order of its declaration: Prisma compares them for equality only. By
 * `statusKey`, what is ordered by `status` is compared as that text, which an index finds (decision 0055).
 */
type Enums = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Asked<List extends Orders> extends AskedPage {
  readonly sort: keyof List & string;
  readonly direction: Direction;
}

/**
 * A list that Prisma reads, page by page. A column that can be empty names in `orders` where its empty values come.
 * `asked` is the operation's input, or as much of it as changes what the list contains or its order.
 */
export function keysetList<List extends Orders>(
  name: string,
  orders: List,
  asked: Asked<List>,
  enums: Enums = {},
  size = PAGE_SIZE,
) {
  const order = orderBy(orders, asked);
  const keys = order.map((one) => keyOf(one as OneOrder));
  const { parts, back, slice, result } = placeInList(name, keys, asked, size);
  const inOrder = back ? (order.map((one) => reversed(one as OneOrder)) as typeof order) : order;
  return {
    /** The columns together with those of the order, which a cursor remembers. */
    select: <Columns extends object>(columns: Columns): Columns =>
      keys.reduce<object>((all, { path }) => withColumn(all, path), columns) as Columns,
    /** The rows of the page, read by `find`, which has to narrow its own condition by `where`. */
    async read<Row>(find: (part: Part<typeof order>) => PromiseLike<Row[]>): Promise<Row[]> {
      const read = parts.map((conditions) => find({ where: whereOf(conditions, enums), orderBy: inOrder, ...slice }));
      return (await Promise.all(read)).flat().slice(0, slice.take);
    },
    page: <Row>(found: readonly Row[], counted: number) =>
      result(found, counted, (row) => keys.map(({ path }) => valueAt(row, path))),
  };
}

interface Part<Order> {
  readonly where: object;
  readonly orderBy: Order;
  readonly skip: number;
  readonly take: number;
}

type OneOrder = { readonly [column: string]: Direction | ByNulls | OneOrder };
interface ByNulls {
  readonly sort: Direction;
  readonly nulls: "first" | "last";
}

const isByNulls = (value: ByNulls | OneOrder): value is ByNulls => typeof value.sort === "string" && "nulls" in value;

function keyOf(order: OneOrder): Key {
  const [column = "", value = "asc"] = Object.entries(order)[0] ?? [];
  if (typeof value === "string") return { path: [column], direction: value, nulls: null };
  if (isByNulls(value)) return { path: [column], direction: value.sort, nulls: value.nulls };
  const inner = keyOf(value);
  return { ...inner, path: [column, ...inner.path] };
}

const opposite = { asc: "desc", desc: "asc", first: "last", last: "first" } as const;

function reversed(order: OneOrder): OneOrder {
  return Object.fromEntries(
    Object.entries(order).map(([column, value]) => {
      if (typeof value === "string") return [column, opposite[value]];
      if (!isByNulls(value)) return [column, reversed(value)];
      return [column, { sort: opposite[value.sort], nulls: opposite[value.nulls] }];
    }),
  );
}

function withColumn(select: object, [column = "", ...rest]: readonly string[]): object {
  const before = (select as Record<string, unknown>)[column] as { select?: object } | true | undefined;
  if (rest.length === 0) return { ...select, [column]: true };
  if (before === true) return select;
  return { ...select, [column]: { ...before, select: withColumn(before?.select ?? {}, rest) } };
}

const valueAt = (row: unknown, path: readonly string[]): KeyValue =>
  path.reduce<unknown>(
    (at, column) => (at as Readonly<Record<string, unknown>> | null)?.[column] ?? null,
    row,
  ) as KeyValue;

const whereOf = (conditions: readonly Condition[], enums: Enums): object => ({
  AND: conditions.map(({ key, is, value }) =>
    comparedAt(key, enums).reduceRight<unknown>(
      (inner, column) => ({ [column]: inner }),
      comparison(key, is, value, enums),
    ),
  ),
});

function comparedAt({ path }: Key, enums: Enums): readonly string[] {
  const text = `${path[0]}Key`;
  return path.length === 1 && text in enums ? [text] : path;
}

function comparison(key: Key, is: Condition["is"], value: KeyValue, enums: Enums): unknown {
  if (is === "equal") return value;
  if (is === "present") return { not: null };
  const path = comparedAt(key, enums);
  const values = path.length === 1 && enums[path[0] ?? ""];
  if (!values) return { [operators[is]]: value };
  const all = Object.values(values);
  const place = all.indexOf(String(value));
  return { in: is === "greater" ? all.slice(place + 1) : all.slice(0, place) };
}

const operators = { greater: "gt", atLeast: "gte", less: "lt", atMost: "lte" } as const;
