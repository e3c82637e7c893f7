import type { Feature } from "@/lib/platform/operations/feature";
import { loginSecret } from "@/lib/services/core/login-secret";
import { addCredential } from "./add-credential";
import { listCredentials } from "./list-credentials";
import { listReveals } from "./list-reveals";
import { loginMailRecord } from "./login-mail-record";
import { removeCredential } from "./remove-credential";
import { replaceCredential } from "./replace-credential";
import { revealByLink } from "./reveal-by-link";
import { revealCredential } from "./reveal-credential";
import { sendCredentials } from "./send-credentials";
import { viewCredentialLink } from "./view-credential-link";

export const loginDetailsFeature: Feature = {
  name: "services/login-details",
  operations: [
    listCredentials,
    addCredential,
    replaceCredential,
    removeCredential,
    sendCredentials,
    revealCredential,
    listReveals,
    viewCredentialLink,
    revealByLink,
  ],
  sealed: [loginSecret],
  mailRecords: [loginMailRecord],
};
