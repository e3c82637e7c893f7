import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { PasskeyPurpose } from "@/lib/platform/db/generated/enums";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { challengeIn, takeChallenge } from "./passkey-challenge";
import { assertionIn } from "./passkey-response";
import { relyingParty } from "./relying-party";

interface Presented {
  /** The response, as JSON. */
  readonly response: string;
  readonly purpose: PasskeyPurpose;
  /** Whose it must be; null if the passkey itself says who signs in, for which it must have verified its user. */
  readonly personId: string | null;
}

/**
 * Whose passkey answered the challenge; null for a wrong answer, another site's, an old challenge, or a passkey whose counter
 * went back, which means that a copy exists.
 */
export async function consumePasskey(
  db: ScopedDb,
  { response: text, purpose, personId }: Presented,
  now: Date,
): Promise<{ readonly personId: string } | null> {
  const response = assertionIn(text);
  const challenge = response && challengeIn(response.response.clientDataJSON);
  if (!challenge || (await takeChallenge(db, { challenge, purpose, personId }, now)) === null) return null;
  const passkey = await db.passkey.findUnique({ where: { credentialId: response.id } });
  if (passkey === null || (personId !== null && passkey.personId !== personId)) return null;
  const counter = await newCounter({ response, challenge, passkey, alone: personId === null });
  if (counter === null) return null;
  // Of two answers at once with the same counter, one is a copy.
  const { count } = await db.passkey.updateMany({
    where: { id: passkey.id, personId: passkey.personId, counter: passkey.counter },
    data: { counter: BigInt(counter), lastUsedAt: now },
  });
  return count === 1 ? { personId: passkey.personId } : null;
}

interface Answered {
  readonly response: NonNullable<ReturnType<typeof assertionIn>>;
  readonly challenge: string;
  readonly passkey: { credentialId: string; publicKey: string; counter: bigint };
  readonly alone: boolean;
}

async function newCounter({ response, challenge, passkey, alone }: Answered): Promise<number | null> {
  const { id, origin } = relyingParty();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: Number(passkey.counter),
      },
      requireUserVerification: alone,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for whatever doesn't match.
    return null;
  }
}
