import type { IncomingHttpHeaders } from "node:http";
import { beforeEach, describe, expect, it } from "vitest";
import { takeOwnAddress } from "@/lib/http/server/own-address";
import { forgetEnvironment } from "@/lib/platform/config/env";

function settings(mode: string, url: string): void {
  const PORTAL_SECRET = "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe";
  const DATABASE_URL = "postgresql://nobody@localhost/nothing";
  Object.assign(process.env, { PORTAL_MODE: mode, PORTAL_URL: url, PORTAL_SECRET, DATABASE_URL });
  forgetEnvironment();
}
beforeEach(() => settings("production", "https://portal.example"));

function taken(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const copy = { ...headers };
  takeOwnAddress(copy);
  return copy;
}

describe("the portal's address", () => {
  it("is used for the portal's own forms, whatever host the proxy passes on", () => {
    const origin = "https://portal.example";
    expect(taken({ host: "localhost:3000", origin })).toEqual({ host: "portal.example", origin });
    const chatty = { host: "10.0.0.7", "x-forwarded-host": "inner.example", "x-forwarded-proto": "https", origin };
    expect(taken(chatty)).toEqual({ host: "portal.example", origin });
  });

  it("is never that of another site", () => {
    for (const origin of ["https://evil.example", "null", "", "http://portal.example", "https://portal.example.evil"]) {
      const forged = { host: "portal.example", "x-forwarded-host": "evil.example", origin };
      expect(taken(forged)).toEqual({ host: "portal.example", origin });
    }
  });

  it("can be any name of the local machine outside production", () => {
    settings("demo", "http://localhost:3000");
    const origin = "http://127.0.0.1:3000";
    expect(taken({ host: "127.0.0.1:3000", origin }).host).toBe("127.0.0.1:3000");
    settings("production", "http://localhost:3000");
    expect(taken({ host: "elsewhere", origin }).host).toBe("elsewhere");
  });

  it("keeps headers about the caller's address", () => {
    expect(taken({ host: "h", "x-forwarded-for": "192.0.2.7" })).toEqual({ host: "h", "x-forwarded-for": "192.0.2.7" });
  });
});
