import { describe, expect, test } from "vitest";
import { readJsonBody } from "@/lib/http/read-body";

const post = (body: BodyInit, type = "application/json") =>
  new Request("http://portal.example/api/v1/x", { method: "POST", body, headers: { "content-type": type } });

describe("readJsonBody", () => {
  test("reads an object, and an empty body as an empty one", async () => {
    expect(await readJsonBody(post('{"a":[1]}'))).toEqual({ a: [1] });
    expect(await readJsonBody(new Request("http://portal.example/", { method: "POST" }))).toEqual({});
  });

  test.each([
    ["malformed JSON", '{"a":', "invalid"],
    ["an array", "[1]", "invalid"],
    ["a number", "7", "invalid"],
    ["null", "null", "invalid"],
    ["a prototype key", '{"__proto__":{"admin":true}}', "invalid"],
    ["a nested prototype key", '{"a":{"constructor":{}}}', "invalid"],
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), "invalid"],
    ["more than the limit", `{"a":"${"x".repeat(300 * 1024)}"}`, "too-large"],
  ])("refuses %s", async (_, body, code) => {
    await expect(readJsonBody(post(body))).rejects.toMatchObject({ code });
  });

  test("refuses another content type", async () => {
    await expect(readJsonBody(post("a=1", "application/x-www-form-urlencoded"))).rejects.toMatchObject({
      code: "unsupported-type",
    });
  });
});
