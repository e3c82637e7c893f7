import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import type { GivenRole } from "@/lib/platform/db/generated/enums";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { buildMeeting } from "@/prisma/seed/builders/meeting";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const OWNER = "owner@northwind.example";

interface PlannedMeeting {
  readonly startsAt: Date;
  readonly people: readonly string[];
  readonly chair?: string;
}

/** An account on which people come and go. */
export class PeopleWhoLeave {
  readonly accountId: string;
  readonly administrator: string;
  readonly ownerContact: string;

  constructor(readonly portal: TestPortal) {
    const { id, contacts } = portal.demo.northwind;
    this.accountId = id;
    this.administrator = contacts.administrator;
    this.ownerContact = contacts.owner;
  }

  async as<Op extends AnyOperation>(email: string, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
    return execute(await this.portal.as(email), this.accountId, operation, input);
  }

  asOwner<Op extends AnyOperation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
    return this.as(OWNER, operation, input);
  }

  contact(email: string, role: GivenRole): Promise<string> {
    return buildContact(this.portal.owner, this.accountId, { email, name: "Lou Leaver", roles: [role] });
  }

  async newcomer(role: GivenRole = "support"): Promise<{ email: string; id: string }> {
    const email = `leaver-${randomUUID()}@northwind.example`;
    return { email, id: await this.contact(email, role) };
  }

  async meeting({ startsAt, people, chair = this.administrator }: PlannedMeeting): Promise<string> {
    const { meetingId } = await buildMeeting(this.portal.owner, this.accountId, {
      ...{ title: `Leaving ${randomUUID()}`, createdBy: { contactId: this.administrator, name: "Marcus Okafor" } },
      ...{ chair, status: "scheduled", startsAt, people },
    });
    return meetingId;
  }

  decision(status: "draft" | "open", voters: readonly string[], chair = this.administrator): Promise<string> {
    return buildDecision(this.portal.owner, this.accountId, {
      ...{ title: `Leaving ${randomUUID()}`, status, chair: { id: chair, name: "Marcus Okafor" } },
      ...{ voters, voteBy: addDays(new Date(), 5) },
    });
  }

  /** Many acts of one caller and the removal of somebody, all at once: what became of each. The removal has happened by then. */
  async allAtOnce(works: readonly (() => Promise<unknown>)[], remove: () => Promise<unknown>): Promise<string[]> {
    const settled = await Promise.allSettled([...works.slice(0, 20), remove, ...works.slice(20)].map((work) => work()));
    const codes = settled.map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));
    const [removal] = codes.splice(20, 1);
    // A busy machine turns some away before they begin.
    if (removal !== "done") await remove();
    return codes;
  }
}

/** One for a whole file of tests. */
export function peopleWhoLeave(): () => PeopleWhoLeave {
  let people: PeopleWhoLeave;
  beforeAll(async () => {
    people = new PeopleWhoLeave(await testPortal());
  });
  afterAll(() => people.portal.close());
  return () => people;
}
