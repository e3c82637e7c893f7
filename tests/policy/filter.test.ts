import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { where } from "@/lib/policy/evaluate";
import { and, not, or, toPrismaWhere, toSqlWhere } from "@/lib/policy/filter";
import { everyRow, noRows } from "@/lib/policy/prisma-where";
import { viewer } from "./people";

const billing = viewer({ roles: ["billing"], contactId: "me" });
const owner = viewer({ roles: ["owner"] });
const meetings = where(billing, "meetings.view");

describe("toPrismaWhere", () => {
  it("writes the conditions of a role as a plain filter", () => {
    expect(toPrismaWhere(meetings)).toEqual({
      AND: [
        {
          OR: [
            { invitations: { some: { contactId: { equals: "me" } } } },
            { AND: [{ createdByContactId: { not: null } }, { createdByContactId: { equals: "me" } }] },
          ],
        },
      ],
    });
    expect(toPrismaWhere(where(billing, "billing.invoices.view"))).toEqual({ AND: [{ status: { not: "draft" } }] });
  });

  it("never writes an empty filter, which Prisma treats as every row or none depending on its position", () => {
    expect(toPrismaWhere(where(owner, "meetings.view"))).toEqual({ AND: [everyRow] });
    expect(toPrismaWhere(where(billing, "support.tickets.view"))).toEqual({ AND: [noRows] });
    expect(toPrismaWhere(not(where(owner, "meetings.view")))).toEqual({ AND: [noRows] });
  });

  it("matches nothing for a viewer who is not a contact, not even rows without a contact", () => {
    const stranger = viewer({ contactId: null, roles: ["billing"] });
    expect(toPrismaWhere(where(stranger, "meetings.view"))).toEqual({ AND: [noRows] });
  });

  it("adds the caller's conditions", () => {
    const extra = { startsAt: { gte: new Date(0) }, place: null };
    expect(toPrismaWhere(meetings, extra).AND).toEqual([...toPrismaWhere(meetings).AND, extra]);
  });

  it.each([
    [{ place: undefined }, "where.1.place"],
    [{ AND: [{ place: { in: ["a", undefined] } }] }, "where.1.AND.0.place.in.1"],
    [{ invitations: { some: { contactId: undefined } } }, "where.1.invitations.some.contactId"],
  ])("throws for undefined anywhere, and says where: %j", (extra, place) => {
    expect(() => toPrismaWhere(meetings, extra)).toThrow(`${place} is undefined: Prisma would ignore it`);
  });
});

describe("toSqlWhere", () => {
  const inSql = (filter: Parameters<typeof toSqlWhere>[0]) => {
    const { strings, values } = toSqlWhere(filter, "f");
    return [strings.join("?"), values];
  };
  const folders = where(billing, "documents.view");
  const listed = `exists (select from "FolderAccess" f_access where f_access."accountId" = f."accountId" and f_access."folderId" = f."governingId" and f_access."contactId" = ?)`;
  const recused = `exists (select from "FolderShut" f_recusals where f_recusals."accountId" = f."accountId" and f_recusals."folderId" = f."id" and f_recusals."contactId" = ?)`;

  it("reads a relation where the schema says that it is stored, without the record that leads there", () => {
    expect(inSql(folders)).toEqual([`(${listed} and not ${recused})`, ["me", "me"]]);
  });

  it("negates it as the filter for Prisma does", () => {
    expect(inSql(not(folders))).toEqual([`(not ${listed} or ${recused})`, ["me", "me"]]);
  });

  it("throws for a relation of which nothing says where it is stored", () => {
    const groups = where(billing, "discussions.groups.view-private");
    expect(() => inSql(groups)).toThrow(`The schema doesn't say where "invitations" of a discussionGroup is stored`);
  });
});

describe("a row filter", () => {
  it("cannot be read, spread, copied, printed as JSON or passed to Prisma: each throws instead of listing everything", () => {
    expect(() => ({ ...meetings })).toThrow(/cannot be read or spread/);
    expect(() => Object.assign({}, meetings)).toThrow(/cannot be read or spread/);
    expect(() => JSON.stringify(meetings)).toThrow(/cannot be read or spread/);
    expect(() => structuredClone(meetings)).toThrow(/cannot be read or spread/);
    expect(() => Object.entries(meetings)).toThrow(/cannot be read or spread/);
    expect(() => toPrismaWhere(meetings, { AND: [meetings] })).toThrow(/cannot be read or spread/);
    expect(inspect(meetings)).not.toContain("me'");
  });

  it("joins only with filters of the same rows", () => {
    const tickets = where(owner, "support.tickets.view");
    // @ts-expect-error meetings are no tickets
    expect(() => and(meetings, tickets)).toThrow(/different kinds of rows/);
    // @ts-expect-error meetings are no tickets
    expect(() => or(meetings, tickets)).toThrow(/different kinds of rows/);
  });

  it("joins with filters of the same rows", () => {
    const [mine] = toPrismaWhere(meetings).AND as [object];
    const none = where(viewer(), "meetings.view");
    expect(toPrismaWhere(and(meetings, meetings))).toEqual({ AND: [{ AND: [mine, mine] }] });
    expect(toPrismaWhere(or(meetings, meetings))).toEqual({ AND: [{ OR: [mine, mine] }] });
    expect(toPrismaWhere(and(meetings, none))).toEqual({ AND: [{ id: { in: [] } }] });
    expect(toPrismaWhere(or(none, meetings))).toEqual({ AND: [mine] });
  });

  it("does not exist for permissions that are not about records", () => {
    expect(() => where(owner, "links.add" as "links.update")).toThrow('"links.add" is not about records');
  });

  it("is unchanged after being joined and negated twice", () => {
    expect(toPrismaWhere(and(meetings))).toEqual(toPrismaWhere(meetings));
    expect(toPrismaWhere(or(where(billing, "support.tickets.view")))).toEqual({ AND: [noRows] });
    const twice = not(not(where(owner, "meetings.view")));
    expect(toPrismaWhere(twice)).toEqual({ AND: [everyRow] });
  });
});
