import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { setPageHeaders } from "@/lib/http/server/page-headers";

beforeAll(() => {
  process.env.PORTAL_MODE = "test";
  process.env.DATABASE_URL ??= "postgresql://nobody@localhost/nothing";
});

function asked(url: string, headers: Record<string, string> = {}, method = "GET") {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, method, headers });
  const response = new ServerResponse(request);
  return { answered: setPageHeaders(request, response), request, response };
}

const policyOf = (path: string) => String(asked(path).response.getHeader("content-security-policy") ?? "");

describe("the headers of a page", () => {
  it("have a nonce of their own for each request, and allow no inline scripts", () => {
    const policies = Array.from({ length: 50 }, () => policyOf("/a/1"));
    const nonces = new Set(policies.map((policy) => policy.match(/script-src[^;]*'nonce-([^']{22,})'/)?.[1]));
    expect(nonces.size).toBe(50);
    expect(nonces).not.toContain(undefined);
    expect(policies.join()).not.toMatch(/unsafe-(inline|eval|hashes)/);
  });

  it("are what Next reads the nonce from, whatever the request claims", () => {
    const { request, response } = asked("/a/1", { "content-security-policy": "script-src 'nonce-forged'" });
    expect(request.headers["content-security-policy"]).toBe(response.getHeader("content-security-policy"));
    expect(request.headers["content-security-policy"]).not.toContain("forged");
  });

  it("are left out for the build's own files, and for no page that is reached through their folder", () => {
    expect(policyOf("/_next/static/chunks/a.js")).toBe("");
    for (const path of ["/_next/static/../../a/1", "/_next/image/%2e%2e/%2e%2e/a/1", "/_next/static/..\\..\\a/1"])
      expect(policyOf(path), path).toContain("script-src");
  });

  it("let API responses load nothing", () => {
    expect(policyOf("/api/v1/openapi.json")).toMatch(/^default-src 'none'/);
  });

  it("give an uploaded picture no origin", () => {
    for (const path of ["/api/v1/staff/pictures/0190", "/api/v1/accounts/0190/pictures/0191"]) {
      expect(policyOf(path)).toMatch(/^default-src 'none'.*; sandbox$/);
    }
    expect(policyOf("/api/v1/accounts/0190/invoices/0191")).not.toContain("sandbox");
  });

  it("allow mail contents in our own frame, with styles but no scripts or requests", () => {
    const { response } = asked("/api/v1/staff/mail/0190/contents?x=1");
    const policy = String(response.getHeader("content-security-policy"));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox$/);
    expect(policy).not.toMatch(/script|connect|allow-scripts|allow-same-origin/);
    expect(response.getHeader("x-frame-options")).toBe("SAMEORIGIN");
    for (const other of ["/api/v1/staff/mail/0190", "/api/v1/staff/mail/a/b/contents", "/staff/mail/0190/contents"]) {
      expect(policyOf(other)).not.toContain("unsafe-inline");
    }
  });

  it.each(["/", "/api/v1/openapi.json", "/logo.svg"])("are all sent with %s", (path) => {
    const { response } = asked(path);
    expect(response.getHeader("x-content-type-options")).toBe("nosniff");
    expect(response.getHeader("referrer-policy")).toBe("same-origin");
    expect(response.getHeader("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("are not sent with the files of the build", () => {
    expect(asked("/_next/static/chunks/a.js").response.getHeaderNames()).toEqual([]);
  });
});

describe("the requested path", () => {
  const passed = (url: string) => asked(url, { "x-portcullis-path": "/forged" }).request.headers["x-portcullis-path"];

  it("is passed to the page, whatever the request claims", () => {
    expect(passed("/a/1?q=2")).toBe("/a/1?q=2");
  });

  it("is that of the page where Next marks the address of a navigation", () => {
    expect(passed("/a/1?q=2&_rsc=abc")).toBe("/a/1?q=2");
    expect(passed("/a/1?_rsc=abc")).toBe("/a/1");
  });
});

describe("a switch for theme or language", () => {
  const redirect = (url: string) => {
    const { answered, response } = asked(url);
    return [answered, response.statusCode, response.getHeader("location"), response.getHeader("set-cookie")];
  };

  it("stores the choice and redirects to the same page", () => {
    const cookie = (text: string) => `${text}; Path=/; Max-Age=31536000; SameSite=Lax`;
    expect(redirect("/a/1?set-theme=dark&q=1")).toEqual([true, 303, "/a/1?q=1", cookie("theme=dark")]);
    expect(redirect("/sign-in?set-language=de")).toEqual([true, 303, "/sign-in", cookie("language=de")]);
  });

  it.each(["//evil.example/x", "/\\evil.example/x", "///evil.example/x", "/\\/evil.example/x"])(
    "never leads elsewhere: %s",
    (path) => {
      expect(redirect(`${path}?set-theme=dark`)[2]).toBe("/evil.example/x");
    },
  );

  it("is ignored if there is no such theme, and in a form that is sent", () => {
    expect(redirect("/?set-theme=neon")).toEqual([false, 200, undefined, undefined]);
    expect(asked("/?set-theme=dark", {}, "POST").answered).toBe(false);
  });
});
