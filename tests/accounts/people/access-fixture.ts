import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";
import { buildContact } from "@/prisma/seed/builders/contact";
import type { TestPortal } from "@/tests/fixtures/portal";

export const OWNER = "owner@northwind.example";
export const ADMINISTRATOR = "administrator@northwind.example";
export const BILLING = "billing@northwind.example";
export const SUPPORT = "support@northwind.example";

/** Access without anything in it, to be spread and filled. */
export const noAccess = {
  roles: [],
  overrides: [],
  limitedToServices: false,
  endsAt: null,
} satisfies Record<string, unknown>;

/** Northwind, to be acted upon by its people. */
export function accessFixture(portal: TestPortal) {
  const { id: accountId, contacts } = portal.demo.northwind;
  let extras = 0;
  return {
    accountId,
    contacts,
    /** Asks an operation on Northwind as somebody, by address. */
    async ask<Op extends AnyOperation>(email: string, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
      return execute(await portal.as(email), accountId, operation, input);
    },
    /** A further member, whom no other test knows. */
    async member(plan: Partial<Parameters<typeof buildContact>[2]> = {}) {
      extras += 1;
      const email = plan.email ?? `extra-${extras}@northwind.example`;
      const id = await buildContact(portal.owner, accountId, { name: `Extra Person ${extras}`, ...plan, email });
      return { id, email };
    },
    row: (id: string) => portal.owner.contact.findUniqueOrThrow({ where: { id } }),
    version: async (id: string) => (await portal.owner.contact.findUniqueOrThrow({ where: { id } })).version,
    /** The last mail to an address. */
    async mailTo(email: string) {
      const where = { toAddress: email };
      const mail = await portal.owner.outboxMail.findFirst({ where, orderBy: { createdAt: "desc" } });
      if (mail === null) throw new Error(`no mail to ${email}`);
      return mail;
    },
    /** The secret of the invitation last mailed to an address. */
    async tokenFor(email: string) {
      const token = /\/invitation\/([\w-]+)/.exec((await this.mailTo(email)).text)?.[1];
      if (token === undefined) throw new Error(`no invitation in the mail to ${email}`);
      return token;
    },
    lastEvent: () => portal.owner.auditEvent.findFirstOrThrow({ orderBy: [{ at: "desc" }, { id: "desc" }] }),
  };
}

export type AccessFixture = ReturnType<typeof accessFixture>;

export const on = (permission: Permission) => ({ permission, effect: "on" as const });
export const off = (permission: Permission) => ({ permission, effect: "off" as const });
