import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readAnswer } from "@/lib/services/provisioning/read-answer";
import { signBody } from "@/lib/services/provisioning/sign-body";

const login = { label: "SSH", username: "root", secret: "Fjord-11", url: "" };

test("a note to credentials is stored with them, and not kept in the answer", () => {
  const note = "Recovery code 9911";
  const { logins, kept } = readAnswer(JSON.stringify({ status: "active", logins: [{ ...login, note }] }), true);
  expect(logins).toEqual([{ ...login, note }]);
  expect(kept).not.toContain("9911");
});

test("an answer that says the service is active gives its credentials, and is kept without them", () => {
  const { logins, error, kept } = readAnswer(JSON.stringify({ status: "active", logins: [login], apiKey: "x1" }), true);
  expect([logins, error]).toEqual([[{ ...login, note: "" }], null]);
  expect(kept).toBe(
    '{"status":"active","logins":[{"label":"SSH","username":"root","secret":"hidden","url":""}],"apiKey":"hidden"}',
  );
});

test.each([
  ["says nothing", ""],
  ["is not JSON", "<html>OK</html>"],
  ["says it will take a while", '{"status":"pending"}'],
  ["is a list", '["active"]'],
])("an answer that %s leaves the set-up to staff", (_, body) => {
  expect(readAnswer(body, true)).toMatchObject({ logins: null, error: null });
});

test.each([
  ["credentials that are incomplete", { status: "active", logins: [{ ...login, username: "" }] }],
  ["no credentials for a product that has them", { status: "active" }],
  ["credentials of the wrong shape", { status: "active", logins: "root:root" }],
])("an answer with %s is not used, and says why", (_, answer) => {
  const { logins, error } = readAnswer(JSON.stringify(answer), true);
  expect(logins).toBeNull();
  expect(error).toMatch(/credentials can't be used/);
});

test("what is kept of an answer is bounded and can be stored", () => {
  const { kept } = readAnswer(`\0${"x".repeat(100_000)}`, false);
  expect([kept.length, kept.includes("\0")]).toEqual([4_000, false]);
});

test("a signature covers the time and the body", () => {
  const at = new Date("2026-03-01T12:00:00.900Z");
  const expected = createHmac("sha256", "key").update("1772366400.{}").digest("hex");
  expect(signBody("key", "{}", at)).toBe(`t=1772366400,v1=${expected}`);
});
