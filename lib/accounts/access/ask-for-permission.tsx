import { z } from "zod";
import { PermissionRequestMail } from "@/lib/accounts/access/mail/permission-request";
import { grantorsOf, type Wanted, withPermission } from "@/lib/accounts/core/grantors";
import { findRecord, type RequestedRecord, recordName } from "@/lib/accounts/core/requested-record";
import { requestedHours } from "@/lib/accounts/core/schema";
import { env } from "@/lib/platform/config/env";
import { addNotifications } from "@/lib/platform/db/add-notifications";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { type Said, say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";
import { can, canAsked, canSome } from "@/lib/policy/evaluate";
import { catalogue, nameOf, type Permission, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { grantableOn, viewPermissionOf } from "@/lib/policy/record-grants";
import { viewerOf } from "@/lib/policy/viewer";
import { endOfHours } from "./end-of-hours";

/** Each request emails several people: enough for a new colleague, too few to flood the owner's inbox. */
const askLimit: Limit = { name: "ask", points: 20, seconds: 24 * 60 * 60 };

/** Requests a permission, or one on a single record, from the people who can grant it. Each is only pending once. */
export const askForPermission = defineCommand({
  name: "people.request-permission",
  permission: "account.view",
  scope: "account",
  summary: "Request a permission from those who can grant it",
  activity: "request a permission",
  lockAccount: true,
  input: z.object({
    permission: z.enum(permissionKeys as readonly [Permission, ...Permission[]]),
    recordId: id.nullable().default(null).describe("The one service or ticket it is needed for; null for all"),
    hours: requestedHours.nullable().default(null).describe("For how many hours it is needed; null for no end"),
    message: z.string().trim().max(1000, issue("Use at most 1,000 characters.")).optional(),
  }),
  output: z.object({
    requestId: id,
    asked: z.array(z.string()).describe("Names of the people who were asked; empty if the caller may not view members"),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/permission-requests", status: 201 },
  run: async (context, { permission, recordId, hours, message }) => {
    const { db, account, actor, viewer } = context;
    // Requires `profile.manage`, so that a token that may only view the account can't request more in the person's name.
    await authorize(context, "profile.manage");
    const contactId = actor.contactId;
    if (contactId === null) throw notFound(t("Only people on this account can request access to it."));
    if (account.closed) throw new Problem("conflict", t("This account is closed, so access can't be changed."));
    const wanted = { permission, recordId };
    const record = await wantedRecord(context, wanted, hours);
    if (catalogue[permission].delegable === "nobody") {
      throw invalidField(
        "permission",
        t("“{permission}” can't be granted to anyone.", { permission: nameOf(permission) }),
      );
    }
    const mine = { accountId: account.id, contactId, ...wanted, status: "open" } as const;
    const open = await db.permissionRequest.findFirst({ where: mine, select: { id: true } });
    if (open)
      throw new Problem(
        "conflict",
        t("You already requested “{permission}”. The request is pending.", { permission: nameOf(permission) }),
      );
    await consume(askLimit, contactId);
    const { id: requestId } = await db.permissionRequest.create({
      data: { ...mine, hours, message: message || null },
      select: { id: true },
    });
    const until = endOfHours(hours, context.realNow);
    const next = withPermission(viewer.subject, wanted, until);
    const asked = (await grantorsOf(context, next)).filter(({ emailVerified }) => emailVerified);
    if (recordId === null || record !== null) {
      await tellGrantors(context, asked, { requestId, permission, hours, message: message || null, record });
      const about = { requestId };
      await addNotifications(db, { kind: "access-request", about, to: asked.map(({ subject }) => subject.personId) });
    }
    const named = can(viewer, "people.members.view") ? asked.map(({ name }) => name) : [];
    return {
      output: { requestId, asked: named },
      audit: {
        summary: summaryOf(say(catalogue[permission].name), hours),
        target: { type: "permissionRequest", id: requestId },
        details: { permission, recordId, hours },
      },
    };
  },
});

/**
 * The record that it is requested for, if any. Throws `conflict` if the viewer has it already. Somebody who sees other records
 * of the kind gets `not-found` for one that they don't see. Somebody who sees none was refused whatever the record, and is
 * answered the same whatever the record: null if it isn't one of the account's.
 */
async function wantedRecord(
  { db, account, viewer }: Context<"account">,
  { permission, recordId }: Wanted,
  hours: number | null,
): Promise<RequestedRecord | null> {
  const has = () => new Problem("conflict", t("You already have “{permission}”.", { permission: nameOf(permission) }));
  if (recordId === null) {
    if (canSome(viewer, permission)) throw has();
    return null;
  }
  const kind = grantableOn(permission);
  if (kind === null) {
    const values = { permission: nameOf(permission) };
    throw invalidField("recordId", t("“{permission}” can't be granted for a single record.", values));
  }
  if (hours === null) throw invalidField("hours", t("Choose for how long you need it."));
  const record = await findRecord(db, account.id, kind, recordId);
  const view = viewPermissionOf[kind];
  if (!canSome(viewer, view)) {
    if (canSome(viewer, permission)) throw has();
    return record;
  }
  if (record === null || !canAsked(viewer, view, record))
    throw notFound(kind === "ticket" ? t("Ticket not found.") : t("Service not found."));
  if (canAsked(viewer, permission, record)) throw has();
  return record;
}

interface Request {
  readonly requestId: string;
  readonly permission: Permission;
  readonly hours: number | null;
  readonly message: string | null;
  readonly record: RequestedRecord | null;
}

/** What the record is called is for those who may see it. */
async function tellGrantors(
  { db, account, actor }: Context<"account">,
  grantors: readonly AccountMember[],
  { requestId, permission, record, ...request }: Request,
): Promise<void> {
  const href = `${env().PORTAL_URL}/a/${account.id}/people/requests`;
  for (const { contactId, name, email, locale, subject } of grantors) {
    const facts = { name, asker: actor.name, account: account.name, ...request, href };
    const named = record !== null && canAsked(viewerOf(subject), viewPermissionOf[record.kind], record);
    const only = () => (record === null ? null : named ? recordName(record) : t("A single record that you can't see"));
    await sendMail(db, {
      accountId: account.id,
      kind: "people",
      to: { address: email, name, locale, reader: { contactId } },
      subject: () =>
        t("{name} requests “{permission}” on {account}", {
          name: actor.name,
          permission: nameOf(permission),
          account: account.name,
        }),
      template: "permission-request",
      about: {
        permission: "people.requests.answer",
        record: { kind: "access-request", ids: named ? [requestId, record.id] : [requestId] },
      },
      body: () => (
        <PermissionRequestMail
          {...facts}
          permission={nameOf(permission)}
          title={titleOf(permission)}
          onlyFor={only()}
        />
      ),
    });
  }
}

const summaryOf = (permission: Said, hours: number | null): Said =>
  hours === null
    ? say("Requested “{permission}”", { permission })
    : say("{hours, plural, one {Requested “{permission}” for # hour} other {Requested “{permission}” for # hours}}", {
        permission,
        hours,
      });
