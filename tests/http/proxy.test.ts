import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { securityHeaders } from "@/lib/http/security-headers";
import { proxy } from "@/proxy";

beforeAll(() => {
  process.env.PORTAL_MODE = "test";
  process.env.DATABASE_URL ??= "postgresql://nobody@localhost/nothing";
});

const answer = (path: string) => proxy(new NextRequest(`http://localhost:3000${path}`));
const policyOf = (path: string) => answer(path).headers.get("Content-Security-Policy") ?? "";

describe("proxy", () => {
  it("gives each request its own nonce and allows no inline scripts", () => {
    const policies = Array.from({ length: 50 }, () => policyOf("/a/1"));
    const nonces = new Set(policies.map((policy) => policy.match(/script-src[^;]*'nonce-([^']{22,})'/)?.[1]));
    expect(nonces.size).toBe(50);
    expect(nonces).not.toContain(undefined);
    expect(policies.join()).not.toMatch(/unsafe-(inline|eval|hashes)/);
  });

  it("lets API responses load nothing", () => {
    expect(policyOf("/api/v1/openapi.json")).toMatch(/^default-src 'none'/);
  });

  it("gives an uploaded picture no origin", () => {
    for (const path of ["/api/v1/staff/pictures/0190", "/api/v1/accounts/0190/pictures/0191"]) {
      expect(policyOf(path)).toMatch(/^default-src 'none'.*; sandbox$/);
    }
    expect(policyOf("/api/v1/accounts/0190/invoices/0191")).not.toContain("sandbox");
  });

  it("allows mail contents in our own frame, with styles but no scripts or requests", () => {
    const { headers } = answer("/api/v1/staff/mail/0190/contents");
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox$/);
    expect(policy).not.toMatch(/script|connect|allow-scripts|allow-same-origin/);
    expect(headers.get("X-Frame-Options")).toBe("SAMEORIGIN");
    for (const other of ["/api/v1/staff/mail/0190", "/api/v1/staff/mail/a/b/contents", "/staff/mail/0190/contents"]) {
      expect(policyOf(other)).not.toContain("unsafe-inline");
    }
  });

  it.each(["/", "/api/v1/openapi.json"])("sends the fixed headers with %s", (path) => {
    const { headers } = answer(path);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
  });

  it("passes the requested path to the page, whatever the request claims", () => {
    const request = new NextRequest("http://localhost:3000/a/1?q=2", { headers: { "x-portcullis-path": "/forged" } });
    expect(proxy(request).headers.get("x-middleware-request-x-portcullis-path")).toBe("/a/1?q=2");
  });

  it("stores a theme and redirects to the same page, never elsewhere", () => {
    const response = answer("//evil.example/x?set-theme=dark&q=1");
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe("http://localhost:3000/evil.example/x?q=1");
    expect(response.cookies.get("theme")?.value).toBe("dark");
  });

  it("ignores a theme that does not exist", () => {
    expect(answer("/?set-theme=neon").headers.get("Location")).toBeNull();
  });
});

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
