import { type VerifiedRegistrationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { challengeIn, takeChallenge } from "@/lib/identity/core/passkey-challenge";
import { MOST_PASSKEYS } from "@/lib/identity/core/passkey-options";
import { passkeyResponse, registrationIn } from "@/lib/identity/core/passkey-response";
import { relyingParty, signatures } from "@/lib/identity/core/relying-party";
import { lockName } from "@/lib/platform/db/lock-name";
import { Problem } from "@/lib/platform/kernel/problem";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { afterNewFactor, hasFactor } from "./first-factor";
import { requireSession } from "./require-session";
import { factorAdded } from "./schema";

/** Adds the passkey that the browser made, after checking that it was made for this portal, this person and just now. */
export const addPasskey = defineCommand({
  name: "profile.add-passkey",
  permission: "profile.manage",
  scope: "self",
  summary: "Add the passkey that your browser made",
  activity: "add a passkey",
  stepUp: "always",
  secretAnswer: true,
  input: z.object({ response: passkeyResponse.describe("RegistrationResponseJSON, as text") }),
  output: factorAdded,
  http: { method: "POST", path: "/me/two-factor/passkeys" },
  run: async (context, { response }) => {
    requireSession(context);
    const { db, actor } = context;
    const { personId } = actor;
    await lockName(db, `authenticator of ${personId}`);
    if ((await db.passkey.count({ where: { personId } })) >= MOST_PASSKEYS) throw unusable();
    const { name, credential } = await verified(context, response);
    const hadFactor = await hasFactor(context);
    const { count } = await db.passkey.createMany({
      data: {
        personId,
        name,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: BigInt(credential.counter),
        transports: credential.transports ?? [],
      },
      skipDuplicates: true,
    });
    if (count === 0) throw unusable();
    const what = msg("A passkey was added to your login.");
    return {
      output: await afterNewFactor(context, { hadFactor, what }),
      audit: { summary: say('Added the passkey "{name}"', { name }) },
    };
  },
});

async function verified({ db, actor, realNow: now }: Context, text: string) {
  const response = registrationIn(text);
  const challenge = response && challengeIn(response.response.clientDataJSON);
  const { personId } = actor;
  const asked = challenge ? await takeChallenge(db, { challenge, purpose: "register", personId }, now) : null;
  if (!response || !challenge || asked === null) throw unusable();
  const { id, origin } = relyingParty();
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id };
  const result: VerifiedRegistrationResponse = await verifyRegistrationResponse({
    response,
    ...expected,
    requireUserVerification: false,
    supportedAlgorithmIDs: signatures,
  }).catch(() => ({ verified: false }) as const);
  if (!result.verified) throw unusable();
  return { name: asked.name ?? t("Passkey"), credential: result.registrationInfo.credential };
}

const unusable = (): Problem => new Problem("conflict", t("The passkey couldn't be added. Start again."));
