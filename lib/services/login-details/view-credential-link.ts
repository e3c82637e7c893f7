import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";
import { findLink } from "./find-link";
import { linkStateOf } from "./link-state";
import { linkToken, loginLink } from "./schema";

/** What a link from an email leads to. Looking changes nothing, so mail scanners may follow it. */
export const viewCredentialLink = defineQuery({
  name: "services.view-credential-link",
  permission: "services.credentials.view",
  scope: "account",
  summary: "View which credentials a link from an email reveals, and whether it still works",
  activity: "open a link to credentials",
  input: z.object({ token: linkToken }),
  output: loginLink,
  http: { method: "GET", path: "/accounts/{accountId}/login-links/{token}" },
  run: async (context, { token }) => {
    const { contactId, service, ...link } = await findLink(context, token);
    const own = contactId === context.actor.contactId;
    const state = own ? linkStateOf(link, context.realNow) : ("someone-else's" as const);
    return { service, state, expiresAt: iso(link.expiresAt) };
  },
});
