import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { staticAnswer } from "@/lib/http/static-answer";

const ask = (headers: Record<string, string> = {}) => new Request("http://localhost/x", { headers });

describe("staticAnswer", () => {
  it("builds its text once for any number of requests", async () => {
    let made = 0;
    const answer = staticAnswer("application/json", () => JSON.stringify({ made: ++made }));
    const all = await Promise.all(Array.from({ length: 20 }, () => answer(ask())));
    for (const response of [...all, await answer(ask())]) expect(await response.json()).toEqual({ made: 1 });
    expect(made).toBe(1);
  });

  it("is built again when the value it depends on has changed, under another ETag", async () => {
    let name = "One";
    const answer = staticAnswer(
      "text/plain",
      (value) => `Hello ${value}`,
      async () => name,
    );
    const before = await answer(ask());
    expect(await before.text()).toBe("Hello One");
    name = "Two";
    const etag = before.headers.get("etag") ?? "";
    expect(await (await answer(ask({ "if-none-match": etag }))).text()).toBe("Hello Two");
  });

  it("answers 304 to clients that already have it", async () => {
    const answer = staticAnswer("text/plain", () => "one");
    const etag = (await answer(ask())).headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]{20,}"$/);
    for (const known of [etag, etag.replace("W/", ""), `"other", ${etag}`, "*"]) {
      const response = await answer(ask({ "if-none-match": known }));
      expect([response.status, await response.text(), response.headers.get("etag")]).toEqual([304, "", etag]);
    }
    const other = await staticAnswer("text/plain", () => "two")(ask({ "if-none-match": etag }));
    expect([other.status, await other.text()]).toEqual([200, "two"]);
  });

  it("is compressed only for clients that accept it", async () => {
    const answer = staticAnswer("text/plain", () => "x".repeat(5000));
    for (const accepted of ["gzip", "br, gzip;q=0.5", "*"]) {
      const response = await answer(ask({ "accept-encoding": accepted }));
      expect(response.headers.get("content-encoding")).toBe("gzip");
      expect(gunzipSync(await response.bytes()).toString()).toBe("x".repeat(5000));
    }
    for (const accepted of ["", "br", "gzip;q=0", "gzip;q=0.0"]) {
      const response = await answer(ask({ "accept-encoding": accepted }));
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(await response.text()).toBe("x".repeat(5000));
    }
  });
});
