import { z } from "zod";
import { PermissionRequestMail } from "@/lib/accounts/access/mail/permission-request";
import { grantorsOf } from "@/lib/accounts/core/grantors";
import { requestedHours } from "@/lib/accounts/core/schema";
import { env } from "@/lib/platform/config/env";
import { addNotifications } from "@/lib/platform/db/add-notifications";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { type Said, say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";
import { can, canSome } from "@/lib/policy/evaluate";
import { catalogue, nameOf, type Permission, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { endOfHours } from "./end-of-hours";

/** Each request emails several people: enough for a new colleague, too few to flood the owner's inbox. */
const askLimit: Limit = { name: "ask", points: 20, seconds: 24 * 60 * 60 };

/** Requests a permission from the people who can grant it. One pending request per permission. */
export const askForPermission = defineCommand({
  name: "people.request-permission",
  permission: "account.view",
  scope: "account",
  summary: "Request a permission from those who can grant it",
  activity: "request a permission",
  lockAccount: true,
  input: z.object({
    permission: z.enum(permissionKeys as readonly [Permission, ...Permission[]]),
    hours: requestedHours.nullable().default(null).describe("For how many hours it is needed; null for no end"),
    message: z.string().trim().max(1000, issue("Use at most 1,000 characters.")).optional(),
  }),
  output: z.object({
    requestId: id,
    asked: z.array(z.string()).describe("Names of the people who were asked; empty if the caller may not view members"),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/permission-requests", status: 201 },
  run: async (context, { permission, hours, message }) => {
    const { db, account, actor, viewer } = context;
    // Requires `profile.manage`, so that a token that may only view the account can't request more in the person's name.
    await authorize(context, "profile.manage");
    const contactId = actor.contactId;
    if (contactId === null) throw notFound(t("Only people on this account can request access to it."));
    if (account.closed) throw new Problem("conflict", t("This account is closed, so access can't be changed."));
    if (canSome(viewer, permission))
      throw new Problem("conflict", t("You already have “{permission}”.", { permission: nameOf(permission) }));
    if (catalogue[permission].delegable === "nobody") {
      throw invalidField(
        "permission",
        t("“{permission}” can't be granted to anyone.", { permission: nameOf(permission) }),
      );
    }
    const mine = { accountId: account.id, contactId, permission, status: "open" } as const;
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
    const asked = (await grantorsOf(context, permission, until)).filter(({ emailVerified }) => emailVerified);
    for (const { name, email, locale } of asked) {
      const href = `${env().PORTAL_URL}/a/${account.id}/people/requests`;
      const facts = { name, asker: actor.name, account: account.name, hours, message: message || null, href };
      await sendMail(db, {
        accountId: account.id,
        kind: "people",
        to: { address: email, name, locale },
        subject: () =>
          t("{name} requests “{permission}” on {account}", {
            name: actor.name,
            permission: nameOf(permission),
            account: account.name,
          }),
        template: "permission-request",
        body: () => <PermissionRequestMail {...facts} permission={nameOf(permission)} title={titleOf(permission)} />,
      });
    }
    const about = { requestId };
    await addNotifications(db, { kind: "access-request", about, to: asked.map(({ subject }) => subject.personId) });
    const named = can(viewer, "people.members.view") ? asked.map(({ name }) => name) : [];
    return {
      output: { requestId, asked: named },
      audit: {
        summary: summaryOf(say(catalogue[permission].name), hours),
        target: { type: "permissionRequest", id: requestId },
        details: { permission, hours },
      },
    };
  },
});

const summaryOf = (permission: Said, hours: number | null): Said =>
  hours === null
    ? say("Requested “{permission}”", { permission })
    : say("{hours, plural, one {Requested “{permission}” for # hour} other {Requested “{permission}” for # hours}}", {
        permission,
        hours,
      });
