import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/config/env";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a whole mail for the database: AES-256-GCM, iv, tag and ciphertext, bound to its row. */
export function sealMail(raw: Uint8Array, mailId: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key(), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(mailId));
  const text = [cipher.update(raw), cipher.final()];
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), ...text]));
}

/** Decrypts it. Throws if it was altered, moved to another row, or encrypted with another PORTAL_SECRET. */
export function openMail(sealed: Uint8Array, mailId: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key(), sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(mailId));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

const key = (): Buffer => Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis received mail", 32));
