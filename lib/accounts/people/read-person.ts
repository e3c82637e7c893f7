import type { z } from "zod";
import { effectiveAccess } from "@/lib/accounts/core/effective-access";
import { type KnownContact, viewedContact } from "@/lib/accounts/core/known-contact";
import { noticeKeys } from "@/lib/accounts/core/notice-keys";
import { namesOfRecords } from "@/lib/accounts/core/requested-record";
import type { PersonDetail, personDetail } from "@/lib/accounts/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ContactKind } from "@/lib/platform/db/generated/enums";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { isPermission, nameOf } from "@/lib/policy/permissions";
import { type CustomerRole, roles } from "@/lib/policy/roles";
import { allowedActs } from "./allowed-acts";
import { heldOf } from "./held-of";
import { leftOpenBy } from "./left-open-by";
import { detailPermission, personColumns, visiblePeople } from "./person-record";
import { presentDetails, presentPerson } from "./present-person";

const columns = {
  ...personColumns,
  version: true,
  phone: true,
  departmentsOff: true,
  personId: true,
  noticesOff: true,
  roles: {
    select: {
      ...{ role: true, endsAt: true, givenById: true, givenByName: true, givenAt: true },
      ...{ reference: true, requestedBy: true },
    },
    orderBy: { role: "asc" },
  },
  permissions: {
    select: { permission: true, effect: true, endsAt: true, givenById: true, givenByName: true, givenAt: true },
    orderBy: { permission: "asc" },
  },
  recordGrants: {
    select: {
      ...{ id: true, permission: true, serviceId: true, ticketId: true },
      ...{ endsAt: true, givenByName: true, givenAt: true },
    },
    orderBy: [{ endsAt: "desc" }, { id: "asc" }],
  },
  serviceLimits: { select: { service: { select: { id: true, name: true } } } },
} as const satisfies Prisma.ContactSelect;

type Row = Prisma.ContactGetPayload<{ select: typeof columns }>;

/** One person with everything the viewer may see. Throws `not-found` if the viewer may not see them. */
export async function readPerson(
  context: Context,
  kind: ContactKind,
  contactId: string,
): Promise<z.input<typeof personDetail>> {
  const where = visiblePeople(context, kind, { id: contactId });
  const row = await context.db.contact.findFirst({ where, select: columns });
  if (row === null) throw notFound(t("Person not found on this account."));
  const contact = await viewedContact(context, contactId);
  const held = await heldOf(context, [row]);
  const details = can(context.viewer, detailPermission[kind])
    ? {
        ...detailsOf(row, context.realNow, held),
        recordGrants: await grantsOf(context, row),
        access: effectiveAccess(contact.person, kind),
      }
    : null;
  return {
    ...presentPerson(context, row, held),
    version: row.version,
    since: iso(row.createdAt),
    details,
    ...allowedActs(context, contact, held.has(row.id)),
    onlyRecipientOf: details ? (await onlyRecipientOf(context, contact)).map(nameOf) : [],
    leftOpen: details ? await leftOpenBy(context, contact) : [],
  };
}

/** Enough to find another recipient of what most people get. */
const FEW = 50;

/** The notifications that nobody else gets. Everybody is only read if none of the first few gets one. */
async function onlyRecipientOf(context: Context, { id, person }: KnownContact) {
  const own = noticeKeys.filter((notice) => noticeRecipients([person], notice).length > 0);
  const without = (people: readonly AccountMember[], notices: typeof own) => {
    const others = people.filter(({ contactId }) => contactId !== id);
    return notices.filter((notice) => noticeRecipients(others, notice).length === 0);
  };
  const open = own.length > 0 ? without(await context.members({ first: FEW }), own) : [];
  return open.length > 0 ? without(await context.people(), open) : [];
}

function detailsOf(
  row: Row,
  now: Date,
  held: ReadonlySet<string>,
): Omit<NonNullable<PersonDetail["details"]>, "access" | "recordGrants"> {
  const over = (endsAt: Date | null) => endsAt !== null && endsAt <= now;
  const given = row.roles.map(({ role, endsAt, givenAt, givenByName, reference, requestedBy }) => ({
    ...{ role, ...inWords(role), givenBy: givenByName, givenAt: iso(givenAt) },
    ...{ endsAt: isoOrNull(endsAt), over: over(endsAt), reference, requestedBy },
  }));
  return {
    ...presentDetails(row, now, held),
    phone: row.phone,
    hasLogin: row.personId !== null,
    roles: row.ownedAccount ? [ownership(row), ...given] : given,
    permissions: row.permissions.flatMap(({ permission, effect, endsAt, givenAt, givenByName }) => {
      if (!isPermission(permission)) return [];
      const what = { permission, name: nameOf(permission), effect, givenBy: givenByName };
      return [{ ...what, givenAt: iso(givenAt), endsAt: isoOrNull(endsAt), over: over(endsAt) }];
    }),
    services: row.limitedToServices ? row.serviceLimits.map(({ service }) => service) : null,
    departmentsOff: row.departmentsOff,
    noticesOff: row.noticesOff.filter(isPermission).map(nameOf),
  };
}

/** Permissions for single records; what these are called is for those who may see them. */
async function grantsOf(context: Context, { recordGrants }: Row) {
  const { account, realNow: now } = context;
  const grants = recordGrants.flatMap(({ permission, serviceId, ticketId, ...grant }) =>
    isPermission(permission) ? [{ ...grant, permission, recordId: serviceId ?? ticketId ?? "" }] : [],
  );
  if (account === null) return [];
  const names = await namesOfRecords({ ...context, account }, grants);
  return grants.map(({ recordId, permission, givenByName, givenAt, endsAt, ...grant }) => ({
    ...{ ...grant, permission, name: nameOf(permission), record: names.get(recordId) ?? null },
    ...{ givenBy: givenByName, givenAt: iso(givenAt), endsAt: iso(endsAt), over: endsAt <= now },
  }));
}

function ownership({ createdAt }: Row) {
  const givenAt = iso(createdAt);
  return {
    role: "owner",
    ...inWords("owner"),
    endsAt: null,
    givenBy: null,
    givenAt,
    over: false,
    ...noReference,
  } as const;
}

const noReference = { reference: null, requestedBy: null };

const inWords = (role: CustomerRole) => ({ name: t(roles[role].name), title: t(roles[role].title) });
