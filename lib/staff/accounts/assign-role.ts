import { z } from "zod";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { accessRecord } from "@/lib/accounts/core/access-of";
import { createContact } from "@/lib/accounts/core/create-contact";
import { type KnownContact, knownContact, visibleContacts } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { sendInvitation } from "@/lib/accounts/core/send-invitation";
import { type Giver, writeAccess } from "@/lib/accounts/core/write-access";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { isStaff } from "@/lib/platform/db/is-staff";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { id } from "@/lib/platform/kernel/ids";
import { personName } from "@/lib/platform/kernel/person-name";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { type AccessPlan, planOf } from "@/lib/policy/access-plan";
import { refusedToStaffMember } from "@/lib/policy/refusal";
import { requestInput, rolePreset, rolePresets } from "@/lib/staff/core/schema";
import { type JudgedPreset, judgePreset } from "./judge-preset";
import { notifyRole } from "./notify-role";

const input = z.object({
  contactId: id.optional().describe("A person on the account. Omit to invite a new person by name and email."),
  name: personName.optional(),
  email: emailAddress.optional(),
  role: rolePreset,
  ...requestInput,
});

/**
 * Assigns a standard role to a person on a customer account, or a new person, on request. `staff.roles.give` decides which
 * staff may do it, `roleChange` what they may assign. The owner is notified by email, with the reference.
 */
export const assignRole = defineCommand({
  name: "staff.assign-role",
  permission: "staff.roles.give",
  scope: "account",
  summary: "Assign a standard role to a person on request",
  activity: "assign a role",
  lockAccount: true,
  once: true,
  input,
  output: z.object({ contactId: id, role: rolePreset, invited: z.boolean() }),
  http: { method: "POST", path: "/accounts/{accountId}/standard-roles" },
  run: async (context, asked) => {
    const contact = asked.contactId === undefined ? null : await knownContact(context, asked.contactId);
    await refuseColleague(context, contact, asked.email);
    const judged = judgePreset(context, contact, asked.role);
    if (!judged.verdict.ok) throw refusedChange(judged.verdict);
    if (judged.hindrance !== null) throw new Problem("conflict", judged.hindrance);
    const by = { ...(await giver(context)), reference: asked.reference, requestedBy: asked.requestedBy };
    const given = contact
      ? await giveToKnown(context, contact, judged, by)
      : await giveToNew(context, asked, judged.next, by);
    await notifyRole(context, { ...given, role: rolePresets[asked.role].name, by });
    const { contactId, name, invited } = given;
    return {
      output: { contactId, role: asked.role, invited },
      audit: {
        summary: say("Assigned the “{role}” role to {name}, requested by {requestedBy} ({reference})", {
          role: { text: String(rolePresets[asked.role].name) },
          name,
          requestedBy: asked.requestedBy,
          reference: asked.reference,
        }),
        target: { type: "contact", id: contactId },
        details: {
          before: contact && accessRecord(planOf(contact.person.subject)),
          after: accessRecord(judged.next),
          reference: asked.reference,
          requestedBy: asked.requestedBy,
        },
      },
    };
  },
});

/** Customers know the company rather than its individual staff. */
const giver = async ({ actor }: Context) => ({
  personId: actor.personId,
  name: `${actor.name}, ${(await currentBrand()).name}`,
});

/** Staff members can't be assigned a role on a customer account, whatever the address, not even by colleagues. */
async function refuseColleague({ db }: Context, contact: KnownContact | null, email: string | undefined) {
  const whom = contact?.email ?? email;
  if (whom === undefined || !(await isStaff(db, whom, contact?.personId))) return;
  throw refusedChange(refusedToStaffMember());
}

interface Given {
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  /** Whether they were sent an invitation. */
  readonly invited: boolean;
}

async function giveToKnown(
  context: Context<"account">,
  contact: KnownContact,
  { next }: JudgedPreset,
  by: Giver,
): Promise<Given> {
  const { db, account } = context;
  const { id: contactId, name, email, kind, version } = contact;
  const where = visibleContacts(context);
  await writeAccess(db, { accountId: account.id, contactId, where, version, next, by });
  const invited = kind === "nonMember" || contact.status === "invited";
  if (kind === "nonMember") {
    // A role needs a login, so a notification-only contact becomes a member and is invited to sign in.
    await db.contact.updateMany({
      where: { AND: [where, { accountId: account.id, id: contactId }] },
      data: { kind: "member", status: "invited" },
    });
  }
  if (invited) await invite(context, { contactId, name, email }, next, by);
  return { contactId, name, email, invited };
}

async function giveToNew(
  context: Context<"account">,
  { name, email }: z.output<typeof input>,
  next: AccessPlan,
  by: Giver,
): Promise<Given> {
  if (name === undefined) throw invalidField("name", t("Enter a name, or choose a person on the account."));
  if (email === undefined) throw invalidField("email", t("Enter the email address to invite them at."));
  const who = { kind: "member", status: "invited", name, email } as const;
  const contactId = await createContact(context, { ...who, next, by });
  await invite(context, { contactId, name, email }, next, by);
  return { contactId, name, email, invited: true };
}

async function invite(
  { db, account, realNow: now }: Context<"account">,
  whom: Omit<Given, "invited">,
  next: AccessPlan,
  by: Giver,
): Promise<void> {
  // The role replaces all others, so staff become its grantor even for roles held before.
  await db.contactRole.updateMany({
    where: { accountId: account.id, contactId: whom.contactId },
    data: { givenById: by.personId },
  });
  const invitation = { invitedBy: by.name, invitedById: by.personId, access: accessInWords(next, "UTC"), now };
  await sendInvitation(db, { ...whom, ...invitation, account });
}
