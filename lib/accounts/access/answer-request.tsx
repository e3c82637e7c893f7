import { z } from "zod";
import { PermissionAnswerMail } from "@/lib/accounts/access/mail/permission-answer";
import { accessRecord } from "@/lib/accounts/core/access-of";
import { endInput } from "@/lib/accounts/core/access-schema";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { type Wanted, withPermission } from "@/lib/accounts/core/grantors";
import { type KnownContact, knownContact } from "@/lib/accounts/core/known-contact";
import { readEnd } from "@/lib/accounts/core/plan-access";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { findRecord, type RequestedRecord } from "@/lib/accounts/core/requested-record";
import { MOST_RECORD_GRANTS, requestStatus } from "@/lib/accounts/core/schema";
import { writeAccess } from "@/lib/accounts/core/write-access";
import { env } from "@/lib/platform/config/env";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { type AccessPlan, planOf } from "@/lib/policy/access-plan";
import { can, canAsked, canSome } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { entryOf, isPermission, nameOf, type Permission, titleOf } from "@/lib/policy/permissions";
import { grantableOn, viewPermissionOf } from "@/lib/policy/record-grants";
import { roleChange } from "@/lib/policy/role-change";
import { isOver } from "@/lib/policy/subject";
import { subjectUnder } from "@/lib/policy/subject-under";
import { viewerOf } from "@/lib/policy/viewer";
import { endOfHours } from "./end-of-hours";

/** Grants or declines a request. Granting follows the same rules as any other change of access. */
export const answerRequest = defineCommand({
  name: "people.answer-request",
  permission: "people.requests.answer",
  scope: "account",
  summary: "Approve or decline an access request",
  activity: "answer an access request",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({
    requestId: id,
    answer: z.enum(["grant", "decline"]),
    endsAt: endInput.default(null).describe("Ends it then, instead of after the requested hours"),
    lasting: z.boolean().default(false).describe("Grants it without an end although hours were requested"),
  }),
  output: z.object({ requestId: id, status: requestStatus }),
  http: { method: "POST", path: "/accounts/{accountId}/permission-requests/{requestId}/answer" },
  run: async (context, { requestId, answer, endsAt, lasting }) => {
    const { contact, hours, ...wanted } = await openRequest(context, requestId);
    const { permission, recordId } = wanted;
    const granted = answer === "grant";
    // For a single record it always ends by itself.
    const asked = lasting && recordId === null ? null : endOfHours(hours, context.realNow);
    const until = granted ? (readEnd(context, "endsAt", endsAt) ?? asked) : null;
    const details = granted ? await grant(context, contact, wanted, until) : { ...wanted };
    const status = granted ? ("granted" as const) : ("declined" as const);
    await context.db.permissionRequest.updateMany({
      where: { accountId: context.account.id, id: requestId, status: "open" },
      data: { status, decidedByName: context.actor.name, decidedAt: context.realNow },
    });
    await tell(context, contact, wanted, granted, until);
    const said = { name: contact.name, permission: say(entryOf(permission).name) };
    return {
      output: { requestId, status },
      audit: {
        summary: granted
          ? say("Granted {name}'s request for “{permission}”", said)
          : say("Declined {name}'s request for “{permission}”", said),
        target: { type: "contact", id: contact.id },
        details,
      },
    };
  },
});

async function openRequest(context: Context<"account">, requestId: string) {
  const found = await context.db.permissionRequest.findFirst({
    where: { accountId: context.account.id, id: requestId },
    select: { contactId: true, permission: true, recordId: true, hours: true, status: true, decidedByName: true },
  });
  if (found === null) throw notFound(t("Request not found."));
  const { contactId, permission, recordId, hours, status, decidedByName } = found;
  if (status !== "open")
    throw new Problem(
      "conflict",
      decidedByName === null
        ? t("Someone has already answered this request.")
        : t("{name} has already answered this request.", { name: decidedByName }),
    );
  if (!isPermission(permission)) throw new Problem("conflict", t("This permission no longer exists."));
  return { contact: await knownContact(context, contactId), permission, recordId, hours };
}

async function grant(context: Context<"account">, contact: KnownContact, wanted: Wanted, until: Date | null) {
  const { subject } = contact.person;
  const { permission, recordId } = wanted;
  const record = recordId === null ? null : await recordToGrant(context, { permission, recordId });
  const viewer = viewerOf(subject);
  if (record === null ? canSome(viewer, permission) : canAsked(viewer, permission, record)) return { ...wanted };
  refuseToLiftForAWhile(contact, permission, until);
  const next = withPermission(subject, wanted, until);
  if (record !== null) refuseInVain(contact, next, permission, record);
  const verdict = roleChange(context.viewer, contact.person, next);
  if (!verdict.ok) throw refusedChange(verdict);
  await writeAccess(context.db, {
    accountId: context.account.id,
    contactId: contact.id,
    where: accessibleWhere(context, "people.roles.change"),
    version: contact.version,
    next,
    by: giverOf(context),
  });
  return { ...wanted, before: accessRecord(planOf(subject)), after: accessRecord(next) };
}

/** The record of a request, as it is now: one of this account's that the viewer may see. */
async function recordToGrant(
  { db, account, viewer }: Context<"account">,
  wanted: Wanted & { readonly recordId: string },
) {
  const kind = grantableOn(wanted.permission);
  const record = kind && (await findRecord(db, account.id, kind, wanted.recordId));
  if (!record || !canAsked(viewer, viewPermissionOf[record.kind], record))
    throw new Problem("conflict", t("What this request is about isn't on this account, or you can't see it."));
  return record;
}

/** A gate, such as a department that was taken away, would keep it from having any effect. */
function refuseInVain(
  { name, person }: KnownContact,
  next: AccessPlan,
  permission: Permission,
  record: RequestedRecord,
) {
  const live = (next.recordGrants ?? []).length;
  if (live > MOST_RECORD_GRANTS)
    throw new Problem("conflict", t("{name} has as many permissions for single records as they can.", { name }));
  const after = viewerOf(subjectUnder(person.subject, next));
  if (canAsked(after, permission, record)) return;
  const why = explain(after, permission, record, []).sentence;
  throw new Problem(
    "conflict",
    t("This would give {name} no access. They would be told: {reason}", { name, reason: why }),
  );
}

/** There is one setting for a person and a permission: with the end of this one, a denial would be gone for good. */
function refuseToLiftForAWhile({ name, person }: KnownContact, permission: Permission, until: Date | null): void {
  const denied = person.subject.overrides.find((one) => one.permission === permission && one.effect === "off");
  if (until === null || denied === undefined || isOver(denied.endsAt, person.subject.now)) return;
  throw new Problem(
    "conflict",
    t(
      "“{permission}” has been denied for {name}, which can't be lifted for a while only. Change their access instead.",
      {
        permission: nameOf(permission),
        name,
      },
    ),
  );
}

async function tell(
  { db, account, actor }: Context<"account">,
  { id: contactId, name, email, person }: KnownContact,
  { permission, recordId }: Wanted,
  granted: boolean,
  until: Date | null,
): Promise<void> {
  const by = can(viewerOf(person.subject), "people.members.view") ? actor.name : null;
  const facts = { name, account: account.name, granted, until, by };
  // They know which one, and what it is called is on its page.
  const only = recordId !== null && granted ? grantableOn(permission) : null;
  const href = `${env().PORTAL_URL}/a/${account.id}${only ? `/${only}s/${recordId}` : ""}`;
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: email, name, locale: person.locale, reader: { contactId } },
    subject: () => {
      const values = { permission: nameOf(permission), account: account.name };
      return granted
        ? t("“{permission}” on {account}: granted", values)
        : t("“{permission}” on {account}: declined", values);
    },
    template: "permission-answer",
    about: { permission: "account.view" },
    body: () => (
      <PermissionAnswerMail
        {...facts}
        permission={nameOf(permission)}
        title={titleOf(permission)}
        only={only}
        href={href}
      />
    ),
  });
}
