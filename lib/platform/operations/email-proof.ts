import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/platform/config/env";

const proofSchema = z.object({ of: z.enum(["person", "contact"]), id: z.uuid(), email: z.string() });

/**
 * Who proves, by opening a link sent to `email`, that the address is theirs: a person, or a contact without a login.
 */
export type EmailProof = z.infer<typeof proofSchema>;

export const EMAIL_PROOF_DAYS = 7;
const SALT = "email-proof";

/**
 * The link in a mail that verifies an address. It needs no row: it is encrypted, states one fact about one address,
 * and is void once the address has changed.
 */
export async function emailProofLink(proof: EmailProof): Promise<string> {
  const maxAge = EMAIL_PROOF_DAYS * 86_400;
  const token = await encode({ token: { ...proof }, secret: env().PORTAL_SECRET, salt: SALT, maxAge });
  return `${env().PORTAL_URL}/verify-email/${token}`;
}

/** What a token proves; null for anything this portal didn't issue, or issued too long ago. */
export async function openEmailProof(token: string): Promise<EmailProof | null> {
  try {
    const opened = await decode({ token, secret: env().PORTAL_SECRET, salt: SALT });
    return proofSchema.parse(opened);
  } catch {
    return null;
  }
}
