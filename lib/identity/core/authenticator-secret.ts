import type { SealedColumn } from "@/lib/platform/keys/sealed-column";

/** What an authenticator app and the portal both know: bound to its person. */
export const authenticatorSecret = {
  table: "AuthenticatorApp",
  column: "secret",
  bound: ["id", "personId"],
  boundBefore: "id",
} as const satisfies SealedColumn;
