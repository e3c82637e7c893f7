import { hkdfSync } from "node:crypto";

/** Identifies a PORTAL_SECRET, or a key of the ring, without revealing anything of it: the same key, the same fingerprint. */
export const keyFingerprint = (secret: string | Uint8Array): string =>
  Buffer.from(hkdfSync("sha256", secret, "", "portcullis key fingerprint", 16)).toString("hex");
