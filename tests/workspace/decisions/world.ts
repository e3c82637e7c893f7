import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildDecision, type DecisionPlan } from "@/prisma/seed/builders/decision";
import type { TestPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

export type Who = "owner" | "administrator" | "billing" | "support" | "billingSupport";

export const emails: Record<Who, string> = {
  owner: "owner@northwind.example",
  administrator: "administrator@northwind.example",
  billing: "billing@northwind.example",
  support: "support@northwind.example",
  billingSupport: "billing-support@northwind.example",
};

/** What tests of decisions do on the account of the demo. */
export function worldOf(portal: TestPortal) {
  const { id: accountId, contacts } = portal.demo.northwind;
  const owner = { id: contacts.owner, name: "Ingrid Solheim" };
  return {
    accountId,
    contacts,
    chair: owner,
    /** A decision that the owner chairs without a vote, unless they are among the voters. */
    build: (plan: Partial<DecisionPlan> & Pick<DecisionPlan, "voters">) =>
      buildDecision(portal.owner, accountId, { title: "A quiet matter", chair: owner, ...plan }),
    /** One of another account. */
    buildElsewhere: async () => {
      const { ownerContactId } = await portal.owner.account.findUniqueOrThrow({ where: { id: portal.demo.globex.id } });
      const chair = { id: ownerContactId, name: "Foreign" };
      return buildDecision(portal.owner, portal.demo.globex.id, { title: "Foreign", chair, voters: [ownerContactId] });
    },
    person: async (name: string, roles: ("billing" | "support" | "administrator")[] = ["billing"]) => {
      const email = `${name.toLowerCase().replace(/\W+/g, "-")}@northwind.example`;
      return { email, id: await buildContact(portal.owner, accountId, { email, name, roles }), name };
    },
    run: async <Op extends AnyOperation>(who: Who | string, op: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
      execute(await portal.as(emails[who as Who] ?? who), accountId, op, input),
    /** The code of the problem, or "allowed". */
    answer: async <Op extends AnyOperation>(who: Who | string, op: Op, input: InputOf<Op>): Promise<string> => {
      const caller = await portal.as(emails[who as Who] ?? who);
      return execute(caller, accountId, op, input).then(
        () => "allowed",
        async (error) => (await problemOf(Promise.reject(error))).code,
      );
    },
  };
}
