import { generateURI } from "otplib";
import { renderSVG } from "uqr";
import { z } from "zod";
import { openKey } from "@/lib/identity/core/authenticator-step";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { CONFIRMED_MINUTES } from "@/lib/platform/operations/require-confirmation";
import { requireSession } from "./require-session";
import { type AuthenticatorSetup, authenticatorSetup } from "./schema";

/** A key that nobody confirmed for so long is not shown again. */
export const SETUP_MINUTES = 30;

/**
 * The key of the authenticator app being set up, for the app; null if none is. Once confirmed, it is never shown again. Only a
 * session that was confirmed shows it, as the one that began: whoever holds another open session would have the person's codes.
 */
export const viewAuthenticatorSetup = defineQuery({
  name: "profile.view-authenticator-setup",
  permission: "profile.manage",
  scope: "self",
  summary: "View the key of the authenticator app you are setting up",
  activity: "view the key of an authenticator app",
  input: z.object({}),
  output: z.object({ setup: authenticatorSetup.nullable() }),
  http: { method: "GET", path: "/me/two-factor/authenticator/setup" },
  run: async (context) => {
    requireSession(context);
    const { db, actor, realNow: now } = context;
    const pending = await db.authenticatorApp.findFirst({
      where: { personId: actor.personId, confirmedAt: null, createdAt: { gt: addMinutes(now, -SETUP_MINUTES) } },
      select: { id: true, personId: true, secret: true, createdAt: true },
    });
    if (pending === null || !(await couldHaveBegun(context, pending))) return { setup: null };
    return { setup: await present(openKey(pending), actor.email) };
  },
});

async function couldHaveBegun({ db, actor }: Context, { createdAt }: { readonly createdAt: Date }): Promise<boolean> {
  const since = addMinutes(createdAt, -CONFIRMED_MINUTES);
  const where = { id: actor.credentialId, personId: actor.personId, confirmedAt: { gt: since } };
  return (await db.session.findFirst({ where, select: { id: true } })) !== null;
}

async function present(secret: string, email: string): Promise<AuthenticatorSetup> {
  const { name } = await currentBrand();
  // A colon separates the issuer from the label.
  const uri = generateURI({ issuer: name.replaceAll(":", " "), label: email, secret });
  const key = secret.replace(/.{4}(?=.)/g, "$& ");
  return { key, uri, qr: renderSVG(uri, { border: 2, pixelSize: 4 }) };
}
