import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";

/** More than any authenticator answers. */
const LONGEST = 16_000;

/** An authenticator's response as the browser encodes it: JSON, so that it fits into a field of a form. */
export const passkeyResponse = z
  .string()
  .max(LONGEST)
  .refine((text) => parsed(text) !== null, issue("The answer of the passkey could not be read."));

const parts = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal("public-key"),
  response: z.looseObject({ clientDataJSON: z.string().max(8_000) }),
});

function parsed(text: string): z.output<typeof parts> | null {
  try {
    return parts.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The library checks the rest, and throws for what isn't there. */
export const registrationIn = (text: string) => parsed(text) as RegistrationResponseJSON | null;
export const assertionIn = (text: string) => parsed(text) as AuthenticationResponseJSON | null;
