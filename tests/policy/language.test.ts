import { describe, expect, it } from "vitest";
import { msg } from "@/lib/platform/language/msg";
import { about, and, viewer as mine, not, or } from "@/lib/policy/builder";
import { conditionNames, conditions, expressionOf } from "@/lib/policy/conditions";
import type { Attributes, Expression } from "@/lib/policy/expression";
import { not as negated, rowsWhere, toPrismaWhere } from "@/lib/policy/filter";
import type { RecordPermission } from "@/lib/policy/needs";
import { predicateOf } from "@/lib/policy/predicate";
import { everyRow, noRows } from "@/lib/policy/prisma-where";
import { type RecordType, records } from "@/lib/policy/records";
import { reading, selectFor } from "@/lib/policy/select";
import { sentenceOf } from "@/lib/policy/sentence";
import { things } from "./list-check/things";

const ticket = about(records, "ticket");
const me: Attributes = { personId: "p", contactId: "me", accountId: "a", now: new Date(), sets: {} };
const nobody: Attributes = { ...me, contactId: null };

describe("an equality condition", () => {
  const opened = ticket.eq("openedByContactId", mine("contactId"));
  const byMe = predicateOf(records, "ticket", opened.expression);
  const notByMe = predicateOf(records, "ticket", not(opened).expression);

  it.each([
    { row: "me", reader: me, equal: true },
    { row: "other", reader: me, equal: false },
    { row: null, reader: me, equal: false },
    { row: "me", reader: nobody, equal: false },
    { row: null, reader: nobody, equal: false },
  ])("$row and $reader.contactId are equal: $equal", ({ row, reader, equal }) => {
    expect(byMe({ openedByContactId: row }, reader)).toBe(equal);
    expect(notByMe({ openedByContactId: row }, reader)).toBe(!equal);
  });

  it("matches no row for a viewer without the attribute, not even rows without a value", () => {
    const listed = rowsWhere(records, "ticket", opened.expression, nobody);
    expect(toPrismaWhere(listed)).toEqual({ AND: [noRows] });
    expect(toPrismaWhere(negated(listed))).toEqual({ AND: [everyRow] });
  });
});

describe("a condition throws instead of answering no", () => {
  const inServices = ticket.inSet("serviceId", "services");

  it("for a field that was not loaded", () => {
    const check = predicateOf(records, "ticket", ticket.isNull("serviceId").expression);
    expect(() => check({}, me)).toThrow('loaded without "serviceId"');
    expect(check({ serviceId: null }, me)).toBe(true);
  });

  it("for a set that was not fetched, which a negation would turn into a yes", () => {
    const check = predicateOf(records, "ticket", not(inServices).expression);
    expect(() => check({ serviceId: "s" }, me)).toThrow('set "services" was not fetched');
    expect(() => rowsWhere(records, "ticket", not(inServices).expression, me)).toThrow("was not fetched");
  });

  it("for unknown fields, relations and kinds of records", () => {
    expect(() => predicateOf(records, "ticket", { op: "isNull", field: "toString" })).toThrow('no field "toString"');
    expect(() => predicateOf(records, "constructor", { op: "isNull", field: "id" })).toThrow("Unknown kind of record");
    const wrong: Expression = { op: "is", relation: "invitations", where: { op: "always" } };
    expect(() => predicateOf(records, "meeting", wrong)).toThrow('"is" does not go with meeting.invitations');
  });

  it("for invalid values", () => {
    const never = { op: "eq", field: "department", value: Number.NaN } as const;
    expect(() => rowsWhere(records, "ticket", never, me)).toThrow("invalid value");
    const nothing = { op: "eq", field: "department", value: undefined } as unknown as Expression;
    expect(() => rowsWhere(records, "ticket", nothing, me)).toThrow("invalid value");
    const undated = { ...me, now: new Date("never") };
    const dated: Expression = { op: "lt", field: "department", value: { viewer: "now" } };
    expect(() => rowsWhere(records, "ticket", dated, undated)).toThrow("invalid value");
  });
});

describe("the builder", () => {
  it("knows the fields, relations and values of each kind of record", () => {
    // @ts-expect-error a ticket has no status among what conditions may read
    expect(ticket.eq("status", "open").expression).toEqual({ op: "eq", field: "status", value: "open" });
    // @ts-expect-error there is no such department
    expect(ticket.eq("department", "kitchen").expression.op).toBe("eq");
    // @ts-expect-error a department is not compared with a person
    expect(ticket.eq("department", mine("contactId")).expression.op).toBe("eq");
    expect(and(ticket.isNull("serviceId"), or(ticket.in("department", ["sales"]), ticket.isNull("serviceId")))).toEqual(
      {
        expression: {
          op: "and",
          of: [
            { op: "isNull", field: "serviceId" },
            {
              op: "or",
              of: [
                { op: "in", field: "department", values: ["sales"] },
                { op: "isNull", field: "serviceId" },
              ],
            },
          ],
        },
      },
    );
  });
});

describe("the builder's comparison", () => {
  it("is an expression of its own name", () => {
    const thing = about(things, "thing") as unknown as Record<"compare", (...args: unknown[]) => object>;
    expect(thing.compare("count", "lt", 1)).toEqual({ expression: { op: "lt", field: "count", value: 1 } });
  });
});

describe("the select of a permission", () => {
  it.each<[RecordPermission, object]>([
    ["billing.invoices.view", { id: true, status: true }],
    ["support.tickets.view", { id: true, department: true, serviceId: true, openedByContactId: true }],
    ["meetings.view", { id: true, createdByContactId: true, invitations: { select: { contactId: true } } }],
    [
      "decisions.proposals.vote",
      {
        id: true,
        invitations: { select: { contactId: true, mayVote: true } },
        recusals: { select: { contactId: true } },
      },
    ],
    [
      "meetings.features.use",
      {
        id: true,
        openToInvited: true,
        openings: { select: { contactId: true } },
        meeting: { select: { invitations: { select: { contactId: true } } } },
      },
    ],
    ["links.update", { id: true }],
  ])("%s", (permission, select) => {
    expect(selectFor(permission)).toEqual(select);
  });

  it("includes what nested expressions read", () => {
    const isNull = (field: string): Expression => ({ op: "isNull", field });
    expect(reading({ op: "always" })).toEqual({});
    expect(reading({ op: "never" })).toEqual({});
    expect(reading({ op: "not", of: { op: "or", of: [isNull("a"), { op: "and", of: [isNull("b")] }] } })).toEqual({
      a: true,
      b: true,
    });
    const both: Expression = {
      op: "and",
      of: [
        { op: "is", relation: "meeting", where: isNull("a") },
        { op: "is", relation: "meeting", where: isNull("b") },
      ],
    };
    expect(reading(both)).toEqual({ meeting: { select: { a: true, b: true } } });
  });

  it("includes the id of a relation checked only for existence", () => {
    const expression: Expression = { op: "some", relation: "invitations", where: { op: "always" } };
    expect(reading(expression)).toEqual({ invitations: { select: { id: true } } });
  });
});

describe("the sentence of a condition", () => {
  it.each<[keyof typeof conditions, RecordType, string]>([
    ["ifInvited", "meeting", "you are one of its invitees"],
    ["ifCreator", "meeting", "you are its creator"],
    ["ifVoter", "decision", "you are one of its invitees with voting rights"],
    ["ifIssued", "invoice", "its status is not draft"],
    ["ifAboutServicesOrPeople", "mail", "its kind is services or support or people"],
    ["ifNotOfWorkspace", "mail", "its kind is not workspace"],
    ["inFoldersInvited", "folder", "for its list, you are one of its invitees"],
    [
      "withinServices",
      "ticket",
      "its service is one of the services you have access to or it has no service and you are its author",
    ],
  ])("%s of a %s", (condition, record, sentence) => {
    expect(sentenceOf(records, record, expressionOf(condition, record))).toBe(sentence);
  });

  const owner = (viewer: "personId" | "contactId" | "accountId"): Expression => ({
    op: "eq",
    field: "ownerId",
    value: { viewer },
  });

  it.each<[Expression, string, string]>([
    [{ op: "always" }, "it applies to all", "it applies to none"],
    [{ op: "never" }, "it applies to none", "it applies to all"],
    [{ op: "isNull", field: "label" }, "it has no text", "it has a text"],
    [{ op: "eq", field: "open", value: true }, "it has openness", "it has no openness"],
    [{ op: "eq", field: "open", value: false }, "it has no openness", "it has openness"],
    [{ op: "lt", field: "count", value: 1 }, "its number is less than 1", "its number is not less than 1"],
    [{ op: "lte", field: "count", value: 1 }, "its number is at most 1", "its number is not at most 1"],
    [{ op: "gt", field: "count", value: 1 }, "its number is more than 1", "its number is not more than 1"],
    [{ op: "gte", field: "count", value: 1 }, "its number is at least 1", "its number is not at least 1"],
    [owner("personId"), "you are its id", "you are not its id"],
    [owner("contactId"), "you are its id", "you are not its id"],
    [owner("accountId"), "its id is your account", "its id is not your account"],
    [{ op: "lt", field: "until", value: { viewer: "now" } }, "its end is before now", "its end is not before now"],
    [
      { op: "lte", field: "until", value: { viewer: "now" } },
      "its end is at or before now",
      "its end is not at or before now",
    ],
    [
      { op: "gte", field: "until", value: { viewer: "now" } },
      "its end is at or after now",
      "its end is not at or after now",
    ],
    [
      { op: "lt", field: "ownerId", value: { viewer: "accountId" } },
      "its id is less than your account",
      "its id is not less than your account",
    ],
    [
      { op: "lt", field: "ownerId", value: { viewer: "personId" } },
      "its id is less than you",
      "its id is not less than you",
    ],
    [
      { op: "gt", field: "ownerId", value: { viewer: "contactId" } },
      "its id is more than you",
      "its id is not more than you",
    ],
    [
      { op: "gt", field: "at", value: new Date("2026-03-02T09:00:00Z") },
      "its date is after 2026-03-02",
      "its date is not after 2026-03-02",
    ],
    [
      { op: "eq", field: "at", value: new Date("2026-03-02T09:00:00Z") },
      "its date is 2026-03-02",
      "its date is not 2026-03-02",
    ],
    [
      { op: "some", relation: "parts", where: { op: "isNull", field: "label" } },
      "for one of its part, it has no text",
      "for none of its part, it has no text",
    ],
    [
      { op: "is", relation: "box", where: { op: "isNull", field: "label" } },
      "for its box, it has no text",
      "it has no box or for its box, it has a text",
    ],
    [
      { op: "is", relation: "shelf", where: { op: "isNull", field: "label" } },
      "for its shelf, it has no text",
      "for its shelf, it has a text",
    ],
    [
      { op: "inSet", field: "id", set: "services" },
      "it is one of the services you have access to",
      "it is not one of the services you have access to",
    ],
    [
      { op: "inSet", field: "ownerId", set: "granted:ticket" },
      "its id is one of the records you were given access to",
      "its id is not one of the records you were given access to",
    ],
    [
      { op: "some", relation: "parts", where: { op: "eq", field: "ownerId", value: { viewer: "personId" } } },
      "you are one of its part",
      "you are not one of its part",
    ],
    [
      { op: "in", field: "label", values: ["draft", "billing", "support", "sales", "security", "people", "other"] },
      "its text is draft or billing or support or sales or security or people or other",
      "its text is not draft or billing or support or sales or security or people or other",
    ],
  ])("%j", (expression, sentence, negation) => {
    expect(sentenceOf(things, "thing", expression)).toBe(sentence);
    expect(sentenceOf(things, "thing", { op: "not", of: expression })).toBe(negation);
  });

  const club = {
    fields: {},
    relations: { parts: { to: "thing", many: true, nullable: false, says: msg("part") } },
  };
  const membership = (...of: Expression[]): Expression => ({ op: "some", relation: "parts", where: { op: "and", of } });
  const own: Expression = { op: "eq", field: "ownerId", value: { viewer: "contactId" } };
  const open: Expression = { op: "eq", field: "open", value: true };

  it.each<[string, Expression, string]>([
    [
      "what a membership must also have",
      membership(own, open, open),
      "you are one of its part with openness and with openness",
    ],
    [
      "a comparison beside a membership",
      membership(own, { op: "lt", field: "count", value: 1 }),
      "for one of its part, you are its id and its number is less than 1",
    ],
    [
      "a property that must be missing",
      membership(own, { ...open, value: false }),
      "for one of its part, you are its id and it has no openness",
    ],
    ["two people", membership(own, own), "for one of its part, you are its id and you are its id"],
    [
      "a comparison with the viewer",
      membership({ ...own, op: "gt" } as Expression, open),
      "for one of its part, its id is more than you and it has openness",
    ],
  ])("names %s", (_, expression, sentence) => {
    expect(sentenceOf({ ...things, club }, "club", expression)).toBe(sentence);
  });

  it("says that the viewer is not among the people of a record", () => {
    const invited = expressionOf("ifVoter", "decision");
    expect(sentenceOf(records, "decision", { op: "not", of: invited })).toBe(
      "you are not one of its invitees with voting rights",
    );
  });

  it("exists for every condition and every kind of record it applies to", () => {
    for (const name of conditionNames) {
      for (const record of Object.keys(conditions[name].on) as RecordType[]) {
        expect(sentenceOf(records, record, expressionOf(name, record))).toMatch(/^(its|it|you|for its) /);
      }
    }
    expect(() => expressionOf("ifChair", "invoice")).toThrow("does not apply to a invoice");
  });
});
