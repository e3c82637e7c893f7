import { expect, test } from "vitest";
import { noticeName, shortNotice } from "@/lib/policy/notice-names";
import { nameOf, permissionKeys } from "@/lib/policy/permissions";

const notices = permissionKeys.filter((key) => key.startsWith("notices."));

test("each kind of notification has a short name, alone and within a sentence", () => {
  expect(notices.map((key) => [noticeName(key), shortNotice(nameOf(key), "within")])).toEqual([
    ["Invoices", "invoices"],
    ["Billing notifications", "billing notifications"],
    ["Service notifications", "service notifications"],
    ["Ticket notifications", "ticket notifications"],
    ["Workspace notifications", "workspace notifications"],
  ]);
  expect(notices.map((key) => shortNotice(nameOf(key), "alone"))).toEqual(notices.map(noticeName));
});

test("anything else keeps its name", () => {
  expect([noticeName("links.add"), shortNotice("Add links", "alone")]).toEqual(["links.add", "Add links"]);
  expect(noticeName("constructor")).toBe("constructor");
});
