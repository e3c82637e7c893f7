import { describe, expect, it } from "vitest";
import type { Expression } from "@/lib/policy/expression";
import { setsIn, setsNeeded } from "@/lib/policy/sets-needed";
import { staffViewer, viewer } from "./people";

describe("the sets that a viewer's answers depend on", () => {
  it("are those of the conditions the viewer has the permission under", () => {
    expect(setsNeeded(viewer({ roles: ["support"] }), ["documents.view"])).toEqual(["foldersInvited"]);
  });

  it("are fetched once, however many permissions read them", () => {
    const support = viewer({ roles: ["support"] });
    expect(setsNeeded(support, ["documents.view", "documents.files.upload"])).toEqual(["foldersInvited"]);
  });

  it("are empty for viewers who always or never have the permission", () => {
    expect(setsNeeded(viewer({ roles: ["owner"] }), ["documents.view"])).toEqual([]);
    expect(setsNeeded(viewer({ roles: ["support", "administrator"] }), ["documents.view"])).toEqual([]);
    expect(setsNeeded(staffViewer("accounting"), ["documents.view"])).toEqual([]);
  });

  it("are empty for permissions that are not about records, and for conditions that read only the record", () => {
    expect(setsNeeded(viewer({ roles: ["billing"] }), ["reports.view", "billing.invoices.view"])).toEqual([]);
  });

  it("leave out the services, which come with the contact", () => {
    const limited = viewer({ roles: ["support"], serviceLimit: ["web"] });
    expect(setsNeeded(limited, ["services.view", "support.tickets.view"])).toEqual([]);
  });
});

describe("the sets in an expression", () => {
  const inSet = (set: string): Expression => ({ op: "inSet", field: "id", set });
  const isNull: Expression = { op: "isNull", field: "id" };

  it.each<[string, Expression, string[]]>([
    ["the one it compares with", inSet("a"), ["a"]],
    ["those of every part of an `and`", { op: "and", of: [inSet("a"), isNull, inSet("b")] }, ["a", "b"]],
    ["those of every part of an `or`", { op: "or", of: [inSet("a"), inSet("b")] }, ["a", "b"]],
    ["that of a `not`", { op: "not", of: inSet("a") }, ["a"]],
    ["that of a list of records", { op: "some", relation: "r", where: inSet("a") }, ["a"]],
    ["that of one record", { op: "is", relation: "r", where: inSet("a") }, ["a"]],
    ["none where nothing reads one", isNull, []],
  ])("are %s", (_, expression, sets) => {
    expect(setsIn(expression)).toEqual(sets);
  });
});
