import type { SealedColumn } from "@/lib/platform/keys/sealed-column";

/** The password or key of login details: bound to its service as well, so that it can't be moved to another one. */
export const loginSecret = {
  table: "ServiceCredential",
  column: "secret",
  bound: ["id", "accountId", "serviceId"],
  boundBefore: "serviceId",
} as const satisfies SealedColumn;
