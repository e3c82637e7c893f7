import { type Ability, subject } from "@casl/ability";
import { createPrismaAbility } from "@casl/prisma/runtime";
import type { CatalogueEntry } from "@/lib/policy/catalogue/entry";
import { canSome, expressionFor } from "@/lib/policy/evaluate";
import { maskAt } from "@/lib/policy/permission-masks";
import { catalogue, type Permission, permissionKeys } from "@/lib/policy/permissions";
import { records } from "@/lib/policy/records";
import { resolve } from "@/lib/policy/resolve";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import { people } from "./cases";
import type { Contender } from "./contenders";
import { naiveWhere } from "./naive-where";

/** CASL as documented: a row is tagged with its subject type, by `subject`, at the time of the check. */
export function casl(): Contender {
  return { name: "CASL", ...contender((row) => row) };
}

/** CASL with rows that were tagged before the measurement. */
export function caslMarked(): Contender {
  return {
    name: "CASL, rows tagged in advance",
    ...contender((row, type) => (type === none ? row : subject(type, row))),
  };
}

type Row = Record<string, unknown>;

/** Permissions without a record still need a subject. */
const none = "portal";

function contender(prepare: (row: Row, type: string) => Row): Omit<Contender, "name"> {
  const abilities = people.map((person) => abilityOf(viewerOf(person)));
  let asked: Ability[] = [];
  let permissions: Permission[] = [];
  let types: string[] = [];
  let rows: Row[] = [];
  const ask = (i: number) => {
    const type = types[i] as string;
    return (asked[i] as Ability).can(
      permissions[i] as Permission,
      type === none ? type : subject(type, rows[i] as Row),
    );
  };
  return {
    ask,
    load(cases) {
      asked = cases.map(({ person }) => abilities[person] as Ability);
      permissions = cases.map(({ permission }) => permission);
      types = permissions.map((permission) => (catalogue[permission] as CatalogueEntry).record ?? none);
      rows = cases.map(({ record }, i) => prepare({ ...record }, types[i] as string));
    },
    run() {
      let yes = 0;
      for (let i = 0; i < asked.length; i++) if (ask(i)) yes++;
      return yes;
    },
  };
}

/** A viewer's permissions as one rule each, with conditions as written for Prisma. */
function abilityOf(viewer: Viewer): Ability {
  const rules = permissionKeys
    .filter((key) => canSome(viewer, key))
    .map((action) => {
      const { record }: CatalogueEntry = catalogue[action];
      if (!record) return { action, subject: none };
      const condition = resolve(expressionFor(maskAt(viewer.cells, action), record, action), viewer);
      const always = condition.op === "always";
      return { action, subject: record, ...(always ? {} : { conditions: naiveWhere(records, record, condition) }) };
    });
  return createPrismaAbility(rules) as unknown as Ability;
}
