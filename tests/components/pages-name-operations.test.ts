import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { viewInviteChoices } from "@/lib/accounts/access/invite-choices";
import { viewNoticeChoices } from "@/lib/accounts/access/notice-choices";
import { listPeople } from "@/lib/accounts/people/list-people";
import { mayExecute, mayExecuteInFull } from "@/lib/platform/operations/may-execute";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";
import { contact } from "@/tests/policy/people";

const sources = ["app", "components"].flatMap((place) =>
  readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: `${place}/${file}`, text: readFileSync(`${place}/${file}`, "utf8") })),
);

test("no page or component names a permission: each checks whether an operation may be executed", () => {
  const named = sources.flatMap(({ file, text }) =>
    permissionKeys.filter((key) => text.includes(`"${key}"`)).map((key) => `${file}: ${key}`),
  );
  expect(named).toEqual([]);
  expect(sources.filter(({ text }) => /\bcanSome\(/.test(text)).map(({ file }) => file)).toEqual([]);
});

const holding = (...permissions: Permission[]) => viewerOf(contact({ on: permissions }));

test("a link to a page is shown only to viewers with every permission the page needs", () => {
  for (const [operation, first] of [
    [viewInviteChoices, "people.members.add"],
    [viewNoticeChoices, "people.non-members.add"],
  ] as const) {
    expect(mayExecute(holding(first), operation)).toBe(false);
    expect(mayExecute(holding("people.roles.change"), operation)).toBe(false);
    expect(mayExecute(holding(first, "people.roles.change"), operation)).toBe(true);
  }
  expect(mayExecute(holding("people.members.view"), listPeople, viewInviteChoices)).toBe(false);
});

test("the further results of an operation are for viewers who hold its further permissions", () => {
  expect(mayExecuteInFull(holding("people.members.view"), listPeople)).toBe(false);
  expect(mayExecuteInFull(holding("people.members.view-details"), listPeople)).toBe(false);
  expect(mayExecuteInFull(holding("people.members.view", "people.members.view-details"), listPeople)).toBe(true);
});

test("an operation with several further permissions has all its results only for viewers who hold every one", () => {
  const further = ["people.members.view-details", "people.members.add"] as const;
  const operation = { ...listPeople, alsoChecks: further };
  for (const one of further) expect(mayExecuteInFull(holding("people.members.view", one), operation)).toBe(false);
  expect(mayExecuteInFull(holding("people.members.view", ...further), operation)).toBe(true);
});

test("an operation without further permissions has all its results for whoever may execute it", () => {
  const operation = { ...listPeople, alsoChecks: undefined };
  expect(mayExecuteInFull(holding("people.members.view"), operation)).toBe(true);
  expect(mayExecuteInFull(holding("people.members.add"), operation)).toBe(false);
});
