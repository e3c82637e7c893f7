import { GAP } from "./next-position";

interface Placed {
  readonly id: string;
  readonly position: number;
}

/** Where something goes that is put behind `before`, in front of `after`: null if there is no room between them. */
export function between(before: Placed | undefined, after: Placed | undefined): number | null {
  if (after === undefined) return (before?.position ?? 0) + GAP;
  const low = before?.position ?? after.position - 2 * GAP;
  const middle = Math.floor((low + after.position) / 2);
  return middle > low && middle < after.position ? middle : null;
}
