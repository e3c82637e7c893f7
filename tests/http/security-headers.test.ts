import { describe, expect, it } from "vitest";
import { securityHeaders } from "@/lib/http/security-headers";

describe("securityHeaders", () => {
  const options = { nonce: "n", development: false, sandboxed: false };

  it("allows Stripe if Stripe takes payments, and nobody otherwise", () => {
    const closed = securityHeaders({ ...options, secure: true })["Content-Security-Policy"] ?? "";
    expect(closed).not.toContain("stripe");
    expect(closed).not.toContain("frame-src");
    const open = securityHeaders({ ...options, secure: true, stripe: true })["Content-Security-Policy"] ?? "";
    expect(open).toContain("frame-src https://js.stripe.com https://hooks.stripe.com");
    expect(open).toContain("connect-src 'self' https://api.stripe.com");
    expect(open).toMatch(/script-src [^;]* https:\/\/js\.stripe\.com/);
  });

  it("requires HTTPS only if the portal's URL uses it", () => {
    expect(securityHeaders({ ...options, secure: true })).toHaveProperty("Strict-Transport-Security");
    const plain = securityHeaders({ ...options, secure: false });
    expect(plain).not.toHaveProperty("Strict-Transport-Security");
    expect(plain["Content-Security-Policy"]).not.toContain("upgrade-insecure-requests");
  });
});
