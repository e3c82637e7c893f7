import { authenticatorSecret } from "@/lib/identity/core/authenticator-secret";
import type { Feature } from "@/lib/platform/operations/feature";
import { addPasskey } from "./add-passkey";
import { confirmAuthenticator } from "./confirm-authenticator";
import { confirmIdentity } from "./confirm-identity";
import { removeAuthenticator } from "./remove-authenticator";
import { removePasskey } from "./remove-passkey";
import { renewCodes } from "./renew-codes";
import { startAuthenticator } from "./start-authenticator";
import { startConfirmation } from "./start-confirmation";
import { startPasskey } from "./start-passkey";
import { viewAuthenticatorSetup } from "./view-authenticator-setup";
import { viewTwoFactor } from "./view-two-factor";

export const twoFactorFeature: Feature = {
  name: "identity/two-factor",
  operations: [
    viewTwoFactor,
    viewAuthenticatorSetup,
    startAuthenticator,
    confirmAuthenticator,
    removeAuthenticator,
    startPasskey,
    addPasskey,
    removePasskey,
    renewCodes,
    startConfirmation,
    confirmIdentity,
  ],
  sealed: [authenticatorSecret],
};
