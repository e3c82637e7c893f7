import { z } from "zod";
import { MOST_PASSKEYS } from "@/lib/identity/core/passkey-options";
import { RECOVERY_CODES } from "@/lib/identity/core/renew-recovery-codes";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue } from "@/lib/platform/language/msg";

/** Ten codes when the first factor was set up, shown this once; null afterwards. */
export const recoveryCodesOnce = z.array(z.string()).max(RECOVERY_CODES).nullable();

export const factorAdded = z.object({ recoveryCodes: recoveryCodesOnce, endedSessions: z.int() });

export const passkeyName = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter a name to recognise this passkey."))
  .max(80, issue("Use at most 80 characters."));

export const twoFactorSchema = z.object({
  /** Since when; null without two-factor sign-in. */
  since: isoDateTime.nullable(),
  authenticator: z.object({ addedAt: isoDateTime, lastUsedAt: isoDateTime.nullable() }).nullable(),
  passkeys: z
    .array(z.object({ id, name: z.string(), addedAt: isoDateTime, lastUsedAt: isoDateTime.nullable() }))
    .max(MOST_PASSKEYS),
  recoveryCodesLeft: z.int(),
  /** Accounts of theirs that require it, and from when. */
  requiredBy: z.array(z.object({ accountId: id, name: z.string(), from: isoDateTime })).max(100),
});

export type TwoFactor = z.output<typeof twoFactorSchema>;

export const authenticatorSetup = z.object({
  /** To type into an app, in groups of four. */
  key: z.string(),
  /** The same for an app on this device: `otpauth://…`. */
  uri: z.string(),
  /** The same as a picture: SVG markup. */
  qr: z.string(),
});

export type AuthenticatorSetup = z.output<typeof authenticatorSetup>;
