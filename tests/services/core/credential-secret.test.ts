import { describe, expect, it } from "vitest";
import { openCredential, sealCredential } from "@/lib/services/core/credential-secret";

process.env.DATABASE_URL ??= "postgresql://nobody@localhost/nothing";

const serviceId = "0190a5c2-0000-7000-8000-000000000001";
const secret = "Kiln-Harbor-27-Ötter ✓";

describe("a credential's secret", () => {
  it("is decrypted unchanged, and encrypted differently each time", () => {
    const [first, second] = [sealCredential(secret, serviceId), sealCredential(secret, serviceId)];
    expect(openCredential(first, serviceId)).toBe(secret);
    expect(openCredential(second, serviceId)).toBe(secret);
    expect(first).not.toBe(second);
    expect(Buffer.from(first, "base64").toString("utf8")).not.toContain("Kiln");
  });

  it("can't be decrypted if any bit was changed", () => {
    const sealed = Buffer.from(sealCredential(secret, serviceId), "base64");
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openCredential(altered.toString("base64"), serviceId)).toThrow();
    }
  });

  it("can't be decrypted if truncated or moved to another service", () => {
    const sealed = sealCredential(secret, serviceId);
    const bytes = Buffer.from(sealed, "base64");
    for (let length = 0; length < bytes.length; length++) {
      expect(() => openCredential(bytes.subarray(0, length).toString("base64"), serviceId)).toThrow();
    }
    expect(() => openCredential(sealed, serviceId.replace(/1$/, "2"))).toThrow();
  });
});
