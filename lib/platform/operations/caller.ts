import type { Credential } from "@/lib/platform/db/credential";

/** The caller and the channel. `credential` is null without a session or token. */
export interface Caller {
  readonly credential: Credential | null;
  readonly via: "page" | "form" | "api" | "token" | "mail" | "system";
  readonly ip: string;
}
