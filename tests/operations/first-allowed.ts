import { columns, expected } from "./expected";
import { viewers } from "./viewers";

/** The address of the first person who can do it, by its row; undefined if nobody can. */
export function firstAllowed(operation: string): string | undefined {
  const column = columns[(expected[operation] ?? "").trim().split(/\s+/).indexOf("+")];
  return column && viewers[column];
}
