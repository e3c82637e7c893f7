import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { z } from "zod";
import type { PasskeyPurpose } from "@/lib/platform/db/generated/enums";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { openChallenge } from "./passkey-challenge";
import { relyingParty } from "./relying-party";

/** More than anybody needs. */
export const MOST_PASSKEYS = 10;

/** What the browser asks an authenticator, as the standard encodes it. */
export const passkeyOptions = z.object({ options: z.record(z.string(), z.unknown()) });

/** Asks for one of a person's passkeys, or for any if it isn't known who signs in. */
export async function passkeyOptionsFor(
  db: ScopedDb,
  { personId, purpose }: { readonly personId: string | null; readonly purpose: PasskeyPurpose },
  now: Date,
): Promise<z.output<typeof passkeyOptions>> {
  const known =
    personId === null
      ? []
      : await db.passkey.findMany({
          where: { personId },
          select: { credentialId: true, transports: true },
          take: MOST_PASSKEYS,
        });
  const challenge = await openChallenge(db, { personId, purpose }, now);
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
    userVerification: personId === null ? "required" : "preferred",
  });
  return { options: { ...options } };
}
