import type { SealedColumn } from "@/lib/platform/keys/sealed-column";

/** The key that messages to a provisioning system are signed with. */
export const signingKey = {
  table: "ProvisioningEndpoint",
  column: "secret",
  bound: ["id"],
  boundBefore: "id",
} as const satisfies SealedColumn;
