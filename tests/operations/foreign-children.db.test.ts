import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import { addDays } from "@/lib/platform/kernel/dates";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { isExport } from "@/lib/platform/rendering/define-export";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { firstAllowed } from "./first-allowed";
import { samples } from "./samples";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

/** Ids of records that belong to no account, so there are none of another account to try; and accounts themselves. */
const SHARED = [
  ...["accountId", "customerId", "personId", "mailId", "vatId", "rateId", "couponId", "importId", "endpointId"],
  ...[
    "productId",
    "categoryId",
    "ownerId",
    "pictureId",
    "priceId",
    "optionId",
    "choiceId",
    "replyId",
    "tagId",
    "resetId",
  ],
];

const childIds = ({ input }: AnyOperation) =>
  Object.keys(input.shape).filter((field) => /Ids?$/.test(field) && !SHARED.includes(field));

/** Input whose body can name a child that the sample doesn't. */
const bodies: Readonly<Record<string, (portal: TestPortal) => Promise<Input> | Input>> = {
  "attachments.list-uploads": async (portal) => ({ ticketId: await ticketOfGlobex(portal) }),
  "attachments.start-upload": async (portal) => ({ name: "a.txt", size: 1, ticketId: await ticketOfGlobex(portal) }),
  "discussions.edit-reply": async (portal) => ({
    ...(await samples["discussions.edit-reply"]?.(onGlobex(portal))),
    attachmentIds: [portal.demo.globex.serviceId],
  }),
  "people.change-access": ({ demo }) => ({
    contactId: demo.northwind.contacts.support,
    version: 1,
    roles: ["support"],
    overrides: [],
    limitedToServices: true,
    serviceIds: [demo.globex.serviceId],
    endsAt: null,
  }),
  "people.invite": ({ demo }) => ({
    name: "New",
    email: "new@northwind.example",
    roles: ["support"],
    limitedToServices: true,
    serviceIds: [demo.globex.serviceId],
  }),
  "people.preview-change": ({ demo }) => ({ contactId: demo.globex.supportContactId, roles: ["billing"] }),
  "people.request-permission": ({ demo }) => ({
    permission: "services.credentials.view",
    recordId: demo.globex.serviceId,
    hours: 4,
  }),
  "role-requests.record": ({ demo }) => ({
    source: "call",
    requesterId: demo.globex.ownerContactId,
    original: "Please add me.",
    reference: "CALL-9",
    name: "New",
    email: "new@northwind.example",
    role: "billing",
  }),
  "role-requests.view-form": ({ demo }) => ({ contactId: demo.globex.supportContactId }),
  "staff-visits.start": async (portal) => ({ reason: "ticket", ticketId: await ticketOfGlobex(portal) }),
  "tickets.list": ({ demo }) => ({ serviceId: demo.globex.serviceId }),
  "tickets.open": ({ demo }) => ({ subject: "Sample", message: "Please look.", serviceId: demo.globex.serviceId }),
};

const onGlobex = (portal: TestPortal) => ({
  portal,
  accountId: portal.demo.globex.id,
  email: "owner@globex.example",
});

const ticketOfGlobex = async ({ owner, demo }: TestPortal): Promise<string> =>
  (await owner.ticket.findFirstOrThrow({ where: { accountId: demo.globex.id } })).id;

/** A file that was prepared with the same operation for another account, or for someone else where there is none. */
async function fileOfOthers({ name, scope }: AnyOperation, email: string): Promise<Input> {
  const onAccount = scope === "account";
  const person = { email: onAccount ? email : "owner@globex.example" };
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: person });
  const file = {
    personId,
    accountId: onAccount ? portal.demo.globex.id : null,
    operation: name,
    state: "ready",
  } as const;
  const content = {
    filename: "file.csv",
    contentType: "text/csv",
    bytes: 1n,
    accessKey: "key",
    input: {},
    inputHash: name,
    totalLines: 1,
  };
  const expiresAt = addDays(new Date(), 7);
  const { id: exportId } = await portal.owner.export.create({ data: { ...file, ...content, expiresAt } });
  return { ...(await samples[name]?.({ portal, accountId: portal.demo.globex.id, email })), exportId };
}

/** A field that offers the account's own records: any other is a validation error in that field. */
const choosing: Readonly<Record<string, string>> = {
  "actions.create": "assigneeIds",
  "people.change-access": "serviceIds",
  "people.invite": "serviceIds",
  "staff-visits.start": "ticketId",
  "tickets.open": "serviceId",
};

/** Nothing else counts: a caller rejected for another reason might still reach the child. */
function answerOf(name: string): object {
  const field = choosing[name];
  if (field === undefined) return { status: 404, type: "urn:portcullis:problem:not-found" };
  return {
    status: 400,
    type: "urn:portcullis:problem:invalid",
    fields: { [field]: [expect.stringMatching(/service|from this account/i)] },
  };
}

/** Someone with the permission on records of their own account. */
function allowedViewer(name: string): string {
  const email = firstAllowed(name);
  if (email === undefined) throw new Error(`Nobody may ${name}.`);
  return email;
}

const withChildren = operations.filter((operation) => childIds(operation).length > 0);

describe("a child record of another account, named within the caller's own", () => {
  test.each(withChildren.map((operation) => [operation.name, operation] as const))("%s", async (name, operation) => {
    const { northwind, globex } = portal.demo;
    const email = allowedViewer(name);
    const elsewhere = {
      portal,
      accountId: globex.id,
      email: operation.scope === "self" ? "owner@globex.example" : email,
    };
    const named = isExport(operation) ? fileOfOthers(operation, email) : bodies[name]?.(portal);
    const input = (await named) ?? (await samples[name]?.(elsewhere)) ?? {};
    expect(childIds(operation).filter((field) => field in input)).not.toEqual([]);
    const before = await rowsOfGlobex();
    const response = await restCall({ operation, accountId: northwind.id, input, cookie: await portal.cookie(email) });
    const text = await response.text();
    if (name === "tickets.list") expect(JSON.parse(text)).toMatchObject({ items: [], total: 0 });
    else expect({ status: response.status, ...JSON.parse(text) }).toMatchObject(answerOf(name));
    expect(await rowsOfGlobex()).toEqual(before);
  });
});

const TABLES = [
  ...["Contact", "ContactRole", "Invitation", "Service", "Invoice", "Payment", "Refund", "CreditNote", "LedgerEntry"],
  ...["Ticket", "TicketMessage", "OwnershipTransfer", "PermissionRequest", "RoleRequest", "AuditEvent"],
];

/** A digest of each table's rows. */
const rowsOfGlobex = () =>
  portal.owner.$queryRawUnsafe(
    TABLES.map(
      (table) =>
        `select '${table}' as table, md5(string_agg(t::text, ',' order by t::text)) as rows from "${table}" t where "accountId" = $1::uuid`,
    ).join(" union all "),
    portal.demo.globex.id,
  );
