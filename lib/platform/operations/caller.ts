import type { Credential } from "@/lib/platform/db/credential";

/** Who calls and how they came in. `claim` is null for a visitor without a session or token. */
export interface Caller {
  readonly claim: Credential | null;
  readonly via: "page" | "form" | "api" | "token";
  readonly ip: string;
}
