import { randomUUID } from "node:crypto";
import { addDays } from "@/lib/platform/kernel/dates";
import { buildContact } from "@/prisma/seed/builders/contact";
import type { Arrangement, Sample } from "@/tests/operations/arrangement";

export const unique = () => randomUUID().slice(0, 8);

export const address = () => `sample-${unique()}@northwind.example`;

export const nothing: Sample = () => ({});

/** For requests of files in the background, which are limited: deletes earlier ones. */
export const noExports: Sample = async ({ portal }) => {
  await portal.owner.export.deleteMany();
  return {};
};

export const ownerOf = async ({ portal, accountId }: Arrangement) => {
  const account = await portal.owner.account.findUniqueOrThrow({ where: { id: accountId }, include: { owner: true } });
  return { contactId: account.owner.id, name: account.owner.name };
};

export const contact = (at: Arrangement, plan: Partial<Parameters<typeof buildContact>[2]> = {}) =>
  buildContact(at.portal.owner, at.accountId, { email: address(), name: "Sample Person", roles: ["support"], ...plan });

/** There is one offer at a time: withdraws an older one. */
export const offer = async (at: Arrangement, to: string) => {
  const { owner } = at.portal;
  await owner.ownershipTransfer.updateMany({
    where: { accountId: at.accountId, status: "offered" },
    data: { status: "withdrawn" },
  });
  const from = (await ownerOf(at)).contactId;
  const { id } = await owner.ownershipTransfer.create({
    data: { accountId: at.accountId, fromContactId: from, toContactId: to, expiresAt: addDays(new Date(), 7) },
  });
  return id;
};

export const noOffer = async (at: Arrangement) => {
  await at.portal.owner.ownershipTransfer.updateMany({
    where: { accountId: at.accountId, status: "offered" },
    data: { status: "withdrawn" },
  });
};

export const profile = {
  legalName: "Northwind Robotics B.V.",
  vatId: null,
  addressLine1: "Keilestraat 9",
  addressLine2: null,
  postalCode: "3029 BP",
  city: "Rotterdam",
  country: "NL",
  phone: null,
};

export const noAccess = { roles: ["support"], overrides: [], limitedToServices: false, endsAt: null };
