import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/config/env";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts the secret of a login for the database: AES-256-GCM, base64 of iv, tag and ciphertext. It is bound to its
 * service: a row copied to another service can't be decrypted there.
 */
export function sealCredential(secret: string, serviceId: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key(), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(serviceId));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64");
}

/** Decrypts the secret. Throws if it was altered, moved to another service, or encrypted with another PORTAL_SECRET. */
export function openCredential(sealed: string, serviceId: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key(), iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(serviceId));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

const key = (): Buffer =>
  Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis service credentials", 32));
