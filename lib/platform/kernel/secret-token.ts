import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes as URL-safe text: for sessions, invitations, resets and API tokens. */
export const newSecretToken = (): string => randomBytes(32).toString("base64url");

/** The stored form of a secret token. The token is random, so a plain SHA-256 suffices. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
