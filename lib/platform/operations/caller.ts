import type { Claim } from "@/lib/platform/db/claim";

/** Who calls and how they came in. `claim` is null for a visitor without a session or token. */
export interface Caller {
  readonly claim: Claim | null;
  readonly via: "page" | "form" | "api" | "token";
  readonly ip: string;
}
