import type { Feature } from "@/lib/platform/operations/feature";
import { revealCredential } from "./reveal-credential";

export const loginDetailsFeature: Feature = {
  name: "services/login-details",
  operations: [revealCredential],
};
