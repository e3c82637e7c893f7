import { randomBytes } from "node:crypto";
import { emailProofLink } from "@/lib/access/email-proof";
import { addDays } from "@/lib/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/kernel/secret-token";
import { unsubscribeToken } from "@/lib/mail/unsubscribe-token";
import { buildContact } from "@/prisma/seed/builders/contact";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { demoAccount } from "./demo";

/** What the addresses of pages are made of: records of the demo account, and links that still work. */
export type Ground = Awaited<ReturnType<typeof layGround>>;

export async function layGround(db: OwnerDatabase) {
  const accountId = await demoAccount(db, "Northwind Robotics");
  const one = { where: { accountId }, select: { id: true } };
  const contact = (name: string) => db.contact.findFirstOrThrow({ ...one, where: { accountId, name } });
  const service = await db.service.findFirstOrThrow({ ...one, where: { accountId, name: "web-01.northwind.example" } });
  const invoice = await db.invoice.findFirstOrThrow({ ...one, where: { accountId, status: "open" } });
  const creditNote = await db.creditNote.findFirstOrThrow(one);
  const received = await db.payment.findFirstOrThrow({ ...one, where: { accountId, status: "succeeded" } });
  const ticket = await db.ticket.findFirstOrThrow({
    ...one,
    where: { accountId, messages: { some: { authorIsStaff: true } } },
  });
  const product = await db.product.findFirstOrThrow({
    where: { slug: "vps-m" },
    select: { id: true },
  });
  const { id: supportId } = await contact("Tomás Herrera Villanueva");
  const { id: ownerId } = await contact("Ingrid Solheim");
  const owner = await db.person.findUniqueOrThrow({
    where: { email: "owner@northwind.example" },
    select: { id: true },
  });
  const colleague = await db.person.findUniqueOrThrow({
    where: { email: "staff-support@portcullis.example" },
    select: { id: true },
  });
  const order = await db.order.create({
    data: {
      accountId,
      contactId: ownerId,
      productId: product.id,
      serviceId: service.id,
      priceMinor: 2490n,
      currency: "EUR",
    },
    select: { id: true },
  });
  await askForSomething(db, accountId, supportId);
  return {
    accountId,
    contactId: supportId,
    serviceId: service.id,
    invoiceId: invoice.id,
    creditNoteId: creditNote.id,
    receivedId: received.id,
    ticketId: ticket.id,
    productId: product.id,
    orderId: order.id,
    personId: colleague.id,
    paymentId: await beginPayment(db, accountId),
    setupId: await beginSetup(db, accountId),
    mailId: await writeMail(db, accountId),
    invitation: await invite(db, accountId),
    reset: await forgetPassword(db, owner.id),
    emailChange: await changeAddress(db, owner.id),
    unsubscribe: unsubscribeToken({ contactId: supportId, notice: "notices.invoices.receive" }),
    emailProof: await proofToken(owner.id),
  };
}

/** One open request a permission: both workers may get here. */
async function askForSomething(db: OwnerDatabase, accountId: string, contactId: string) {
  await db.permissionRequest.createMany({
    data: [{ accountId, contactId, permission: "billing.overview.view", message: "For the monthly report." }],
    skipDuplicates: true,
  });
}

async function invite(db: OwnerDatabase, accountId: string): Promise<string> {
  const email = `guest-${randomBytes(4).toString("hex")}@northwind.example`;
  const contactId = await buildContact(db, accountId, {
    email,
    name: "Eline Guest",
    roles: ["support"],
    status: "invited",
  });
  const token = newSecretToken();
  await db.invitation.create({
    data: {
      accountId,
      contactId,
      email,
      tokenHash: hashToken(token),
      invitedByName: "Ingrid Solheim",
      expiresAt: addDays(new Date(), 7),
    },
  });
  return token;
}

async function forgetPassword(db: OwnerDatabase, personId: string): Promise<string> {
  const token = newSecretToken();
  await db.passwordReset.create({ data: { personId, tokenHash: hashToken(token), expiresAt: addDays(new Date(), 1) } });
  return token;
}

async function changeAddress(db: OwnerDatabase, personId: string): Promise<string> {
  const token = newSecretToken();
  await db.emailChange.create({
    data: {
      personId,
      newEmail: "ingrid@northwind.example",
      oldTokenHash: hashToken(token),
      newTokenHash: hashToken(newSecretToken()),
      expiresAt: addDays(new Date(), 1),
    },
  });
  return token;
}

async function proofToken(id: string): Promise<string> {
  const link = await emailProofLink({ of: "person", id, email: "owner@northwind.example" });
  return new URL(link).pathname.split("/").at(-1) ?? "";
}

async function writeMail(db: OwnerDatabase, accountId: string): Promise<string> {
  const { id } = await db.outboxMail.create({
    data: {
      accountId,
      kind: "support",
      template: "ticket-message",
      toAddress: "support@northwind.example",
      toName: "Tomás Herrera Villanueva",
      subject: "Answer to your ticket",
      html: '<!doctype html><html lang="en"><title>Answer</title><body><p>We have looked into it.</p></body></html>',
      text: "We have looked into it.",
      messageId: `<${randomBytes(8).toString("hex")}@portcullis.example>`,
      status: "kept",
    },
    select: { id: true },
  });
  return id;
}

/** A payment of long ago that still waits for its payer, for an invoice of its own. */
async function beginPayment(db: OwnerDatabase, accountId: string): Promise<string> {
  const { id: invoiceId } = await db.invoice.findFirstOrThrow({
    where: { accountId, status: "void" },
    select: { id: true },
  });
  const { id } = await db.payment.create({
    data: {
      accountId,
      gateway: "sandbox",
      gatewayRef: `sbp_${randomBytes(8).toString("hex")}`,
      status: "actionRequired",
      actionUrl: "http://localhost/bank",
      origin: "person",
      amountMinor: 1210n,
      currency: "EUR",
      method: "Visa •••• 3155",
      payerName: "Priya Raman",
    },
    select: { id: true },
  });
  await db.paymentAllocation.create({
    data: { accountId, paymentId: id, invoiceId, amountMinor: 1210n, state: "released" },
  });
  return id;
}

/** A card on its way in at the sandbox bank. */
async function beginSetup(db: OwnerDatabase, accountId: string): Promise<string> {
  const gatewayRef = `sbs_${randomBytes(8).toString("hex")}`;
  await db.$executeRaw`insert into sandbox.setup (ref, key, kind) values (${gatewayRef}, ${gatewayRef}, 'card')`;
  const row = { accountId, gateway: "sandbox", gatewayRef, kind: "card", startedByName: "Priya Raman" } as const;
  return (await db.paymentMethodSetup.create({ data: row, select: { id: true } })).id;
}
