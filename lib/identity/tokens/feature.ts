import type { Feature } from "@/lib/platform/operations/feature";
import { createToken } from "./create-token";
import { listHeldPermissions } from "./list-held-permissions";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";

export const tokensFeature: Feature = {
  name: "identity/tokens",
  operations: [createToken, listHeldPermissions, listTokens, revokeToken],
};
