import { generateRegistrationOptions } from "@simplewebauthn/server";
import { z } from "zod";
import { openChallenge } from "@/lib/identity/core/passkey-challenge";
import { MOST_PASSKEYS, passkeyOptions } from "@/lib/identity/core/passkey-options";
import { relyingParty, signatures } from "@/lib/identity/core/relying-party";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { requireSession } from "./require-session";
import { passkeyName } from "./schema";

/** Begins to add a passkey: what the browser asks the authenticator for. */
export const startPasskey = defineCommand({
  name: "profile.start-passkey",
  permission: "profile.manage",
  scope: "self",
  summary: "Begin to add a passkey: get the options for the browser",
  activity: "add a passkey",
  stepUp: "always",
  input: z.object({ name: passkeyName }),
  output: passkeyOptions,
  http: { method: "POST", path: "/me/two-factor/passkeys/options" },
  run: async (context, { name }) => {
    requireSession(context);
    const { db, actor, realNow: now } = context;
    const { personId } = actor;
    const known = await db.passkey.findMany({
      where: { personId },
      select: { credentialId: true, transports: true },
      take: MOST_PASSKEYS,
    });
    if (known.length >= MOST_PASSKEYS) {
      throw new Problem(
        "conflict",
        t("You have {count} passkeys. Remove one you no longer use.", { count: MOST_PASSKEYS }),
      );
    }
    const challenge = await openChallenge(db, { personId, purpose: "register", name }, now);
    const options = await generateRegistrationOptions({
      rpName: (await currentBrand()).name,
      rpID: relyingParty().id,
      userName: actor.email,
      userDisplayName: actor.name,
      userID: new TextEncoder().encode(personId),
      challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
      excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      supportedAlgorithmIDs: signatures,
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
    });
    return { output: { options: { ...options } }, audit: null };
  },
});
