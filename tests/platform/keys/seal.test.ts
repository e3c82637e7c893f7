import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/platform/config/env";
import { keyOf } from "@/lib/platform/keys/key-of";
import { ringOf } from "@/lib/platform/keys/key-ring";
import { ringFingerprint, ringFingerprints } from "@/lib/platform/keys/ring-fingerprints";
import { seal } from "@/lib/platform/keys/seal";
import { UnreadableSecret } from "@/lib/platform/keys/unreadable-secret";
import { unseal } from "@/lib/platform/keys/unseal";

process.env.DATABASE_URL ??= "postgresql://nobody@localhost/nothing";

const column = {
  table: "Safe",
  column: "secret",
  bound: ["id", "accountId", "serviceId"],
  boundBefore: "serviceId",
} as const;
const row = {
  id: "0190a5c2-0000-7000-8000-000000000001",
  accountId: "0190a5c2-0000-7000-8000-000000000002",
  serviceId: "0190a5c2-0000-7000-8000-000000000003",
};
const secret = "Kiln-Harbor-27-Ötter ✓";
const key = (id: number, byte = id) => ({ id, key: Buffer.alloc(32, byte) });
const PORTAL_SECRET = "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe";
const ring = (...KEYS: ReturnType<typeof key>[]) => ringOf({ PORTAL_SECRET, ...(KEYS.length > 0 && { KEYS }) });

describe("a sealed secret", () => {
  const sealed = seal(column, row, secret, ring(key(2)));
  const open = (text: string, at = row, keys = ring(key(2))) => unseal(column, at, text, keys).toString("utf8");

  it("opens unchanged, is different each time, and says which key it needs", () => {
    const again = seal(column, row, secret, ring(key(2)));
    expect([open(sealed), open(again), keyOf(sealed)]).toEqual([secret, secret, 2]);
    expect(again).not.toBe(sealed);
    expect(Buffer.from(sealed.slice(2), "base64").toString("utf8")).not.toContain("Kiln");
  });

  it("can be bytes", () => {
    const bytes = new Uint8Array([0, 255, 1, 128]);
    expect(unseal(column, row, seal(column, row, bytes, ring()), ring())).toEqual(Buffer.from(bytes));
  });

  it("doesn't open if any bit was changed, or it was cut off", () => {
    const bytes = Buffer.from(sealed.slice(2), "base64");
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(`2.${altered.toString("base64")}`)).toThrow(UnreadableSecret);
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(() => open(`2.${bytes.subarray(0, length).toString("base64")}`)).toThrow(UnreadableSecret);
    }
  });

  it.each(["id", "accountId", "serviceId"] as const)("doesn't open in a row with another %s", (name) => {
    expect(() => open(sealed, { ...row, [name]: crypto.randomUUID() })).toThrow("it was altered or moved");
  });

  it("doesn't open as another column's", () => {
    expect(() => unseal({ ...column, column: "note" }, row, sealed, ring(key(2)))).toThrow(UnreadableSecret);
    expect(() => unseal({ ...column, table: "Other" }, row, sealed, ring(key(2)))).toThrow(UnreadableSecret);
  });

  it("names its key if that is lost or another one, and nothing of the secret", () => {
    expect(() => open(sealed, row, ring(key(3)))).toThrow("Key 2 is missing from KEYS.");
    expect(() => open(sealed, row, ring(key(2, 9)))).toThrow("Key 2 doesn't open it");
    expect(() => open("not sealed at all")).toThrow("PORTAL_SECRET doesn't open it");
  });
});

describe("a ring", () => {
  it("writes with the first key and reads with all", () => {
    const old = seal(column, row, secret, ring(key(2)));
    const both = ring(key(3), key(2));
    const fresh = seal(column, row, secret, both);
    expect([keyOf(old), keyOf(fresh)]).toEqual([2, 3]);
    for (const text of [old, fresh]) expect(unseal(column, row, text, both).toString()).toBe(secret);
  });

  it("is one key derived from PORTAL_SECRET without KEYS, which goes on reading with them", () => {
    const old = seal(column, row, secret, ring());
    expect(keyOf(old)).toBe(1);
    expect(unseal(column, row, old, ring(key(2))).toString()).toBe(secret);
    const other = ringOf({ PORTAL_SECRET: `${PORTAL_SECRET}!` });
    expect(() => unseal(column, row, old, other)).toThrow("Key 1 doesn't open it");
    expect(() => unseal(column, row, old, ring(key(1)))).toThrow("Key 1 doesn't open it");
    const named = ringOf({ PORTAL_SECRET, KEYS: [{ id: 1, key: null }, key(2)] });
    expect(keyOf(seal(column, row, secret, named))).toBe(1);
    expect(unseal(column, row, old, named).toString()).toBe(secret);
  });

  it("has fingerprints that tell rings apart, and keys not", () => {
    expect(Object.keys(ringFingerprints(ring(key(2))))).toEqual(["1", "2"]);
    const rings = [ring(), ring(key(2)), ring(key(3)), ring(key(2), key(3)), ring(key(3), key(2)), ring(key(2, 9))];
    expect(new Set(rings.map(ringFingerprint)).size).toBe(rings.length);
    expect(ringFingerprint(ring(key(2)))).toBe(ringFingerprint(ring(key(2))));
    const shown = JSON.stringify(ringFingerprints(ring(key(2))));
    for (const encoding of ["hex", "base64"] as const) expect(shown).not.toContain(key(2).key.toString(encoding));
  });
});

describe("a secret from before the key ring", () => {
  let sealed: string;
  beforeAll(() => {
    const old = Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis service credentials", 32));
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", old, iv);
    cipher.setAAD(Buffer.from(row.serviceId));
    const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
    sealed = Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64");
  });

  it("opens where it was, and nowhere else", () => {
    expect(keyOf(sealed)).toBe(0);
    expect(unseal(column, row, sealed).toString()).toBe(secret);
    expect(() => unseal(column, { ...row, serviceId: crypto.randomUUID() }, sealed)).toThrow(UnreadableSecret);
  });
});
