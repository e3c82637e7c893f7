import type { LinkState } from "./schema";

interface Link {
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
}

export function linkStateOf({ usedAt, revokedAt, expiresAt }: Link, realNow: Date): LinkState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "replaced";
  return expiresAt <= realNow ? "expired" : "open";
}
