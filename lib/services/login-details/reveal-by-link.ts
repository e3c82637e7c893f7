import { z } from "zod";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { findLink } from "./find-link";
import { linkStateOf } from "./link-state";
import { countReveal, noteReveal } from "./note-reveal";
import { loginColumns, openLogin } from "./open-login";
import { type LinkState, linkToken, revealedLogins } from "./schema";

/** Reveals once, to the person it was sent to, if they may still view the credentials. The database decides who is first. */
export const revealByLink = defineCommand({
  name: "services.reveal-by-link",
  permission: "services.credentials.view",
  scope: "account",
  summary: "Reveal the credentials that a link from an email leads to, once",
  activity: "reveal credentials with a link",
  stepUp: "with-factor",
  secretAnswer: true,
  input: z.object({ token: linkToken }),
  output: revealedLogins,
  http: { method: "POST", path: "/accounts/{accountId}/login-links/{token}/reveal" },
  async run(context, { token }) {
    const { service, ...link } = await findLink(context, token);
    if (link.contactId !== context.actor.contactId) throw notFound(t("Link not found."));
    requireOpen(link, context.realNow);
    await countReveal(context);
    if (!(await consumeLink(context, link.id))) {
      requireOpen(await findLink(context, token), context.realNow);
      throw over("used");
    }
    const logins = (await readLogins(context, service.id)).map(openLogin);
    await noteReveal(context, { serviceId: service.id, labels: logins.map(({ label }) => label), byLink: true });
    return {
      output: { service, logins },
      audit: {
        summary: say("Revealed the credentials for {name} with the link from an email", { name: service.name }),
        target: { type: "service", id: service.id },
        details: { linkId: link.id, logins: logins.map(({ label }) => label) },
      },
    };
  },
});

/** False if somebody was faster: it was used, or ended. */
async function consumeLink({ db, account, realNow }: Context<"account">, id: string): Promise<boolean> {
  const { count } = await db.credentialLink.updateMany({
    where: { accountId: account.id, id, usedAt: null, revokedAt: null, expiresAt: { gt: realNow } },
    data: { usedAt: realNow },
  });
  return count === 1;
}

function requireOpen(link: Parameters<typeof linkStateOf>[0], realNow: Date): void {
  const state = linkStateOf(link, realNow);
  if (state !== "open") throw over(state);
}

const readLogins = (context: Context<"account">, serviceId: string) =>
  context.db.serviceCredential.findMany({
    where: {
      accountId: context.account.id,
      serviceId,
      service: { is: accessibleWhere(context, "services.credentials.view") },
    },
    select: loginColumns,
    orderBy: [{ label: "asc" }, { id: "asc" }],
  });

const reasons: Record<Exclude<LinkState, "open">, Sentence> = {
  used: msg("This link has been used. Reveal the credentials on the service's page."),
  expired: msg("This link has expired. Reveal the credentials on the service's page."),
  replaced: msg("This link no longer works. Reveal the credentials on the service's page."),
};

const over = (state: Exclude<LinkState, "open">): Problem => new Problem("conflict", t(reasons[state]));
