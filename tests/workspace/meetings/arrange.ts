import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { buildMeeting, type MeetingPlan } from "@/prisma/seed/builders/meeting";
import { testPortal } from "@/tests/fixtures/portal";

export const OWNER = "owner@northwind.example";
export const BILLING = "billing@northwind.example";
export const SUPPORT = "support@northwind.example";
export const GLOBEX = "owner@globex.example";

/** A portal with meetings of Northwind, whose billing contact is the one that the policy document describes. */
export async function meetingsPortal() {
  const portal = await testPortal();
  const { contacts, id: account } = portal.demo.northwind;
  const run =
    (email: string, at = account) =>
    async <Op extends AnyOperation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
      execute(await portal.as(email), at, operation, input);
  return {
    portal,
    account,
    contacts,
    /** Created by the administrator, and chaired by them, unless the plan says otherwise. */
    meeting: (plan: Partial<MeetingPlan> = {}, at = account) =>
      buildMeeting(portal.owner, at, {
        createdBy: { contactId: at === account ? contacts.administrator : null, name: "Marcus Okafor" },
        chair: at === account ? contacts.administrator : null,
        ...plan,
      }),
    asBilling: run(BILLING),
    asSupport: run(SUPPORT),
    asOwner: run(OWNER),
    run,
  };
}

export type MeetingsPortal = Awaited<ReturnType<typeof meetingsPortal>>;

export const invite = ({ portal, account }: MeetingsPortal, meetingId: string, contactId: string) =>
  portal.owner.meetingInvitation.create({ data: { accountId: account, meetingId, contactId, invitedByName: "Test" } });

export const uninvite = ({ portal }: MeetingsPortal, meetingId: string, contactId: string) =>
  portal.owner.meetingInvitation.deleteMany({ where: { meetingId, contactId } });

export const pastMeeting = { startsAt: new Date(Date.now() - 3 * 86_400_000), status: "scheduled" as const };
