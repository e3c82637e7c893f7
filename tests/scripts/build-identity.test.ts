import { expect, test } from "vitest";
import { readCommandEnvironment } from "@/lib/platform/config/env";
import { buildIdentity } from "@/scripts/portal/build-identity";

const secret = { PORTAL_SECRET: "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe" };

test("two builds of the same sources with the same secret share forms and pages", () => {
  expect(buildIdentity("one", secret)).toEqual(buildIdentity("one", secret));
});

test("a form from before an update is still accepted, but its page is known to be old", () => {
  const [before, after] = [buildIdentity("one", secret), buildIdentity("two", secret)];
  expect(after.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY).toBe(before.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
  expect(after.NEXT_DEPLOYMENT_ID).not.toBe(before.NEXT_DEPLOYMENT_ID);
});

test("the key doesn't contain the secret, and a key of one's own replaces it", () => {
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key = "", NEXT_DEPLOYMENT_ID: id = "" } = buildIdentity("one", secret);
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect(Buffer.from(key, "base64").toString("latin1")).not.toContain("n3J8");
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  const own = Buffer.alloc(32, 7).toString("base64");
  expect(buildIdentity("one", { ...secret, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: own })).toMatchObject({
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: own,
  });
});

test("without a secret no two builds share anything", () => {
  expect(buildIdentity("one", {}).NEXT_DEPLOYMENT_ID).not.toBe(buildIdentity("one", {}).NEXT_DEPLOYMENT_ID);
});

test("a key that Next couldn't use is refused before the build", () => {
  expect(() => readCommandEnvironment({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "short" })).toThrow(
    "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 random bytes in base64",
  );
});
