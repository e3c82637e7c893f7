import { can, canSome } from "@/lib/policy/evaluate";
import { indexOf } from "@/lib/policy/permission-masks";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import { type Case, people } from "./cases";

/** An implementation that answers cases. Preparation happens outside the measurement. */
export interface Contender {
  name: string;
  /** Takes the cases of the next lap, with rows as they come from a database. Not measured. */
  load(cases: readonly Case[]): void;
  /** Answers all of them and returns how many were allowed. Measured. */
  run(): number;
  /** Answers one of them. */
  ask(index: number): boolean;
}

const check = can as unknown as (viewer: Viewer, permission: Permission, record: object) => boolean;

export function ours(): Contender {
  const viewers = people.map(viewerOf);
  let asked: Viewer[] = [];
  let permissions: Permission[] = [];
  let rows: object[] = [];
  const ask = (i: number) => check(asked[i] as Viewer, permissions[i] as Permission, rows[i] as object);
  return {
    name: "lib/policy",
    ask,
    load(cases) {
      asked = cases.map(({ person }) => viewers[person] as Viewer);
      permissions = cases.map(({ permission }) => permission);
      rows = cases.map(({ record }) => record);
    },
    run() {
      let yes = 0;
      for (let i = 0; i < asked.length; i++) if (ask(i)) yes++;
      return yes;
    },
  };
}

/**
 * The minimum for any check by key and person: find the key's index and test one bit. It has
 * no conditions and reads no row: it answers whether any row may be allowed, as `canSome` does.
 */
export function bitset(): Contender {
  const sets = people.map((person) => bitsOf(viewerOf(person)));
  let asked: Int32Array[] = [];
  let permissions: Permission[] = [];
  const ask = (i: number) => {
    const place = indexOf[permissions[i] as Permission];
    return (((asked[i] as Int32Array)[place >> 5] as number) & (1 << (place & 31))) !== 0;
  };
  return {
    name: "plain bitset, no conditions",
    ask,
    load(cases) {
      asked = cases.map(({ person }) => sets[person] as Int32Array);
      permissions = cases.map(({ permission }) => permission);
    },
    run() {
      let yes = 0;
      for (let i = 0; i < asked.length; i++) if (ask(i)) yes++;
      return yes;
    },
  };
}

function bitsOf(viewer: Viewer): Int32Array {
  const words = new Int32Array(Math.ceil(permissionKeys.length / 32));
  for (const key of permissionKeys.filter((it) => canSome(viewer, it))) {
    words[indexOf[key] >> 5] = (words[indexOf[key] >> 5] ?? 0) | (1 << (indexOf[key] & 31));
  }
  return words;
}
