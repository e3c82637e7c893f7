import { expect } from "vitest";
import { operations } from "@/lib/http/registry";
import { withRequest } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { columns, expected } from "@/tests/operations/expected";
import { groundOf } from "@/tests/operations/restore";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";

export type Who = "owner" | "administrator" | "billing" | "support" | "both";

/** Drives the real operations of permissions, over REST, as people of the demo account. */
export interface Driver {
  readonly portal: TestPortal;
  /** Everything asked under this permission succeeds, or fails only for what it is about. */
  allowed(permission: Permission, who: Who): Promise<void>;
  /** Everything asked under it is refused, by naming it, and nothing else is said. */
  refused(permission: Permission, who: Who): Promise<void>;
  /** Whether the library says so, where no operation asks for it first: of a signed-in person, with all that is stored. */
  holds(permission: Permission, who: Who): Promise<boolean>;
  /** Runs `work` while one person has the permission switched off. */
  without(permission: Permission, who: Who, work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The operations of an account that ask for a permission. */
export const operationsOf = (permission: Permission): readonly AnyOperation[] =>
  operations.filter((operation) => operation.permission === permission && operation.scope === "account");

const DONE = { "+": [200, 201], "?": [404], x: [409] } as const;

/** What tests/operations expects of an operation as somebody. */
const expectedOf = ({ name }: AnyOperation, who: Who) =>
  (expected[name] ?? "").trim().split(/\s+/)[columns.indexOf(who)] as keyof typeof DONE | "-";

export async function openDriver(): Promise<Driver> {
  const portal = await testPortal();
  const restore = await groundOf(portal);
  const accountId = portal.demo.northwind.id;
  const ask = async (operation: AnyOperation, who: Who) => {
    const email = viewers[who];
    const input = (await samples[operation.name]?.({ portal, accountId, email })) ?? {};
    const response = await restCall({ operation, accountId, input, cookie: await portal.cookie(email) });
    await restore(operation.name);
    await portal.owner.account.update({ where: { id: accountId }, data: { areasOff: [] } });
    return { operation: operation.name, status: response.status, body: await response.text() };
  };
  return {
    portal,
    async allowed(permission, who) {
      for (const operation of operationsOf(permission)) {
        const cell = expectedOf(operation, who);
        expect([operation.name, who, cell]).not.toEqual([operation.name, who, "-"]);
        const { status, body } = await ask(operation, who);
        expect(DONE[cell as keyof typeof DONE], `${operation.name} as ${who}: ${body.slice(0, 300)}`).toContain(status);
      }
    },
    async refused(permission, who) {
      for (const operation of operationsOf(permission)) {
        const { status, body } = await ask(operation, who);
        expect([operation.name, who, status]).toEqual([operation.name, who, 403]);
        expect(JSON.parse(body)).toMatchObject({ type: "urn:portcullis:problem:refused", permission });
      }
    },
    async holds(permission, who) {
      const caller = await portal.as(viewers[who]);
      return withRequest(caller, { accountId }, async ({ scope }) => canSome(scope.viewer, permission));
    },
    async without(permission, who, work) {
      const { id: contactId } = await portal.owner.contact.findFirstOrThrow({
        where: { accountId, email: viewers[who] },
      });
      const off = { accountId, contactId, permission, effect: "off" as const, givenByName: "Ingrid Solheim" };
      const { id } = await portal.owner.contactPermission.create({ data: off });
      await work();
      await portal.owner.contactPermission.deleteMany({ where: { id } });
    },
    close: () => portal.close(),
  };
}
