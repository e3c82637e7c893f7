import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseScope } from "@/lib/platform/db/connection";
import { openTransaction } from "@/lib/platform/db/open-transaction";
import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const app: DatabaseScope = { role: "portcullis_app", accountId: crypto.randomUUID(), personId: null };
const identity: DatabaseScope = { role: "portcullis_identity", accountId: null, personId: null };
const roleOf = (db: ScopedDb) =>
  queryRows<{ role: string }>(db, sql`select current_user::text as role from pg_class limit 1`);

const ways = [
  ["for its values", {}],
  ["from the sixth time on", { again: true }],
] as const;

test.each(ways)(
  "statements of two roles that are explained together each run as their own: planned %s",
  async (_, terms) => {
    const roles: string[] = [];
    const found = await explained(
      () =>
        openTransaction(async (as) => {
          const rows = await Promise.all([app, identity, app].map((scope) => roleOf(as(scope))));
          roles.push(...rows.flat().map(({ role }) => role));
        }),
      terms,
    );
    expect(roles).toEqual(["portcullis_app", "portcullis_identity", "portcullis_app"]);
    expect(found.map(({ nodes }) => nodes.some(({ table }) => table === "pg_class"))).toEqual([true, true, true]);
  },
);
