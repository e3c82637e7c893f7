import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/config/env";
import { seal } from "@/lib/platform/keys/seal";
import type { SealedColumn } from "@/lib/platform/keys/sealed-column";
import { unseal } from "@/lib/platform/keys/unseal";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The key that one mail is encrypted with, which is itself encrypted with the ring's: a change of keys writes it anew
 * and not megabytes of mail. It goes with the mail, so that nothing opens a copy of it afterwards.
 */
export const mailSecret = {
  table: "InboundMail",
  column: "rawSecret",
  bound: ["id"],
  boundBefore: "id",
} as const satisfies SealedColumn;

interface SealedMail {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly rawSecret: string;
}

/** Encrypts a whole mail for the database: AES-256-GCM, iv, tag and ciphertext, bound to its row. */
export function sealMail(raw: Uint8Array, id: string): SealedMail {
  const key = randomBytes(KEY_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(id));
  const text = [cipher.update(raw), cipher.final()];
  return {
    raw: new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), ...text])),
    rawSecret: seal(mailSecret, { id }, key),
  };
}

interface KeptMail {
  readonly id: string;
  readonly raw: Uint8Array;
  /** Null: from before the ring, under a key derived from PORTAL_SECRET alone. */
  readonly rawSecret: string | null;
}

/** Decrypts it. Throws if it was altered or moved to another row, or its key is lost. */
export function openMail({ id, raw, rawSecret }: KeptMail): Buffer {
  const key = rawSecret === null ? keyBefore() : unseal(mailSecret, { id }, rawSecret);
  const decipher = createDecipheriv(ALGORITHM, key, raw.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(id));
  decipher.setAuthTag(raw.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(raw.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

const keyBefore = (): Buffer =>
  Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis received mail", KEY_BYTES));
