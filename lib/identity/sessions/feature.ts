import type { Feature } from "@/lib/platform/operations/feature";
import { listSessions } from "./list-sessions";
import { revokeSession } from "./revoke-session";
import { signOutEverywhere } from "./sign-out-everywhere";

export const sessionsFeature: Feature = {
  name: "identity/sessions",
  operations: [listSessions, revokeSession, signOutEverywhere],
};
