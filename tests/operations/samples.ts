import { randomUUID } from "node:crypto";
import { sandboxGateway } from "@/lib/billing/gateways/sandbox/sandbox-gateway";
import { sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import { buildService } from "@/prisma/seed/builders/service";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { bookedInvoice, seller } from "@/tests/fixtures/booked-invoice";
import type { TestPortal } from "@/tests/fixtures/portal";
import type { Input } from "@/tests/fixtures/rest-call";

export interface Arrangement {
  readonly portal: TestPortal;
  /** The account at hand: Northwind, or Globex when the records are to be another account's. */
  readonly accountId: string;
  /** Who will call. */
  readonly email: string;
}

/** Makes what one call needs, anew for each call, and returns the call's input. */
export type Sample = (at: Arrangement) => Promise<Input> | Input;

const unique = () => randomUUID().slice(0, 8);
const address = () => `sample-${unique()}@northwind.example`;
const nothing: Sample = () => ({});
/** A year ago, where a month has few rows: nobody's access depends on how long a paper is. */
const pastMonth: Sample = () => {
  const month = addDays(new Date(), -365).toISOString().slice(0, 7);
  return { from: `${month}-01`, to: `${month}-28` };
};

const ownerOf = async ({ portal, accountId }: Arrangement) => {
  const account = await portal.owner.account.findUniqueOrThrow({ where: { id: accountId }, include: { owner: true } });
  return { contactId: account.owner.id, name: account.owner.name };
};

const contact = (at: Arrangement, plan: Partial<Parameters<typeof buildContact>[2]> = {}) =>
  buildContact(at.portal.owner, at.accountId, { email: address(), name: "Sample Person", roles: ["support"], ...plan });

const invited = async (at: Arrangement) => {
  const email = address();
  const contactId = await contact(at, { email, status: "invited" });
  const invitation = {
    email,
    tokenHash: hashToken(newSecretToken()),
    invitedByName: "Ingrid Solheim",
    expiresAt: addDays(new Date(), 7),
  };
  await at.portal.owner.invitation.create({ data: { ...invitation, accountId: at.accountId, contactId } });
  return contactId;
};

const service = (at: Arrangement) =>
  buildService(at.portal.owner, at.accountId, {
    product: "vps-s",
    name: "sample.example",
    startedAt: new Date(),
    credentials: [{ label: "SSH", username: "root", secret: "Sample-Secret" }],
  });

/** Opened by the caller where they are of the account: a contact limited to services still has their own tickets. */
const ticket = async (at: Arrangement, plan: Partial<Parameters<typeof buildTicket>[2]> = {}) => {
  const own = await at.portal.owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const openedBy = own ? { contactId: own.id, name: own.name } : await ownerOf(at);
  const sample = { subject: "Sample", openedAt: new Date(), openedBy, messages: [{ body: "Hello" }] };
  return buildTicket(at.portal.owner, at.accountId, { ...sample, ...plan });
};

/** The caller's own contact, unless they are the owner, staff, or of another account. */
const ownSeat = async ({ portal, accountId, email }: Arrangement) =>
  (await portal.owner.contact.findFirst({ where: { accountId, email, ownedAccount: null } }))?.id;

/** One offer at a time: an older one gives way. */
const offer = async (at: Arrangement, to: string) => {
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

const noOffer = async (at: Arrangement) => {
  await at.portal.owner.ownershipTransfer.updateMany({
    where: { accountId: at.accountId, status: "offered" },
    data: { status: "withdrawn" },
  });
};

const invoice = async ({ portal, accountId }: Arrangement) =>
  (await portal.owner.invoice.findFirstOrThrow({ where: { accountId, status: "paid" } })).id;

/** An open invoice of its own, so that no sample finds it paid by another. */
const openInvoice = async (at: Arrangement) => {
  const issuedAt = new Date();
  return buildInvoice(at.portal.owner, at.accountId, {
    number: `SAMPLE-${randomUUID()}`,
    status: "open",
    issuedAt,
    lines: [{ description: "Sample", unitMinor: 1000 }],
  });
};

const paymentMethod = async ({ portal, accountId }: Arrangement) =>
  (
    await portal.owner.paymentMethod.create({
      data: {
        accountId,
        kind: "card",
        gatewayRef: sandboxMethodRef("success", unique()),
        brand: "Visa",
        last4: "4242",
        expMonth: 4,
        expYear: new Date().getUTCFullYear() + 3,
        holder: "Sample Person",
      },
    })
  ).id;

const setup = async ({ portal, accountId }: Arrangement) => {
  const { ref: gatewayRef } = await sandboxGateway.beginSetup({
    key: randomUUID(),
    customerRef: "sbc_sample",
    kind: "card",
  });
  const row = {
    accountId,
    gateway: "sandbox" as const,
    gatewayRef,
    kind: "card" as const,
    startedByName: "Sample Person",
  };
  return (await portal.owner.paymentMethodSetup.create({ data: row })).id;
};

/** A payment for an open invoice, in some state. */
const payment = async (at: Arrangement, status: "processing" | "actionRequired") => {
  const { owner } = at.portal;
  const gatewayRef = status === "processing" ? null : `sbp_${unique()}`;
  const { id } = await owner.payment.create({
    data: {
      accountId: at.accountId,
      gateway: "sandbox",
      gatewayRef,
      status,
      origin: "person",
      amountMinor: 1210n,
      currency: "EUR",
      method: "Visa •••• 4242",
      paymentMethodId: await paymentMethod(at),
    },
  });
  const allocation = { invoiceId: await openInvoice(at), amountMinor: 1210n, state: "reserved" as const };
  await owner.paymentAllocation.create({ data: { ...allocation, accountId: at.accountId, paymentId: id } });
  if (gatewayRef === null) return id;
  await owner.$executeRaw`insert into sandbox.charge (ref, key, account_id, customer_ref, method_ref, amount_minor, currency,
      description, status, created_at)
    values (${gatewayRef}, ${id}, ${at.accountId}::uuid, '', '', 1210, 'EUR', '', ${status}, now())`;
  return id;
};

const taxRate = async ({ portal }: Arrangement) => {
  const where = { country: "IT" };
  await portal.owner.taxRate.deleteMany({ where });
  const rate = { ...where, name: "IVA", basisPoints: 2200, validFrom: new Date("2020-01-01T00:00:00Z") };
  return (await portal.owner.taxRate.create({ data: rate })).id;
};

const coupon = async ({ portal }: Arrangement) =>
  (await portal.owner.coupon.create({ data: { code: `S-${unique()}`, name: "Sample", basisPoints: 1000 } })).id;

const draft = async (at: Arrangement) => (await bookedInvoice(at.portal.owner, at.accountId, "draft")).id;
const owedInvoice = async (at: Arrangement) => (await bookedInvoice(at.portal.owner, at.accountId, "open")).id;
const sentInvoice = async (at: Arrangement) => {
  const data = { announcedAt: new Date() };
  return (await at.portal.owner.invoice.update({ where: { id: await owedInvoice(at) }, data })).id;
};
const transfer = async (at: Arrangement) => (await bookedInvoice(at.portal.owner, at.accountId, "paid")).paymentId;

const handwritten = {
  currency: "EUR",
  dueOn: "2099-12-31",
  lines: [{ description: "Engineering by the hour", quantity: 2, unit: "115.00" }],
};

const creditNote = async (at: Arrangement) => {
  const { owner } = at.portal;
  const known = await owner.creditNote.findFirst({ where: { accountId: at.accountId } });
  if (known !== null) return known.id;
  const party = { name: "Party", lines: [] };
  const amounts = { currency: "EUR", subtotalMinor: 100n, taxMinor: 0n, totalMinor: 100n, appliedMinor: 0n };
  const { id } = await owner.creditNote.create({
    data: {
      ...amounts,
      accountId: at.accountId,
      invoiceId: await invoice(at),
      number: `CN-${unique()}`,
      reason: "Sample",
      issuedByName: "Sample",
      issuedAt: new Date(),
      seller: party,
      buyer: party,
    },
  });
  return id;
};

const versionOf = async ({ portal, accountId }: Arrangement) =>
  (await portal.owner.account.findUniqueOrThrow({ where: { id: accountId } })).version;

const person = async ({ portal, email }: Arrangement) => portal.owner.person.findUniqueOrThrow({ where: { email } });

const request = async (at: Arrangement) => {
  const asker = await contact(at);
  const { id } = await at.portal.owner.permissionRequest.create({
    data: { accountId: at.accountId, contactId: asker, permission: "billing.invoices.view" },
  });
  return id;
};

const order = async (at: Arrangement) => {
  const serviceId = await service(at);
  const { productId } = await at.portal.owner.service.findUniqueOrThrow({ where: { id: serviceId } });
  const { id } = await at.portal.owner.order.create({
    data: {
      accountId: at.accountId,
      contactId: (await ownerOf(at)).contactId,
      productId,
      serviceId,
      priceMinor: 1290n,
      currency: "EUR",
    },
  });
  return id;
};

/** As an order leaves it: a service that waits, and an invoice that is open. */
const unpaidOrder = async (at: Arrangement) => {
  const orderId = await order(at);
  const invoiceId = await buildInvoice(at.portal.owner, at.accountId, {
    number: `INV-${unique()}`,
    status: "open",
    issuedAt: new Date(),
    lines: [{ description: "Sample", unitMinor: 1290 }],
  });
  const { serviceId } = await at.portal.owner.order.update({ where: { id: orderId }, data: { invoiceId } });
  await at.portal.owner.service.update({ where: { id: serviceId }, data: { status: "pending" } });
  return orderId;
};

const colleague = async (at: Arrangement) => {
  const staff = { create: { roles: ["agent" as const], jobTitle: "Engineer" } };
  return (
    await at.portal.owner.person.create({
      data: { email: `${unique()}@portcullis.example`, name: "New Colleague", staff },
    })
  ).id;
};

const credential = async (at: Arrangement) => {
  const serviceId = at.email.startsWith("custom@") ? at.portal.demo.northwind.services.web1 : await service(at);
  const { id } = await at.portal.owner.serviceCredential.findFirstOrThrow({ where: { serviceId } });
  return { serviceId, credentialId: id };
};

/** A service that the caller can see: a contact limited to services sees the chosen ones. */
const visibleService = (at: Arrangement) =>
  at.email.startsWith("custom@") && at.accountId === at.portal.demo.northwind.id
    ? at.portal.demo.northwind.services.web1
    : service(at);

/** A service that runs and renews, and a larger plan for it. */
const otherPlan = async (at: Arrangement) => {
  const serviceId = await visibleService(at);
  const { owner } = at.portal;
  await owner.service.update({
    where: { id: serviceId },
    data: { renewsAt: addDays(new Date(), 20), status: "active" },
  });
  return { serviceId, productId: (await owner.product.findUniqueOrThrow({ where: { slug: "vps-l" } })).id };
};

const servicePlanned = async (at: Arrangement) => {
  const { serviceId, productId } = await otherPlan(at);
  const nextPlan = { productId, interval: "month", options: [], priceMinor: 6990 };
  await at.portal.owner.service.update({ where: { id: serviceId }, data: { nextPlan } });
  return serviceId;
};

const serviceToSetUp = ({ portal, accountId }: Arrangement) =>
  buildService(portal.owner, accountId, {
    product: "vps-s",
    name: `${unique()}.example`,
    startedAt: new Date(),
    renewsAt: addDays(new Date(), 30),
    settingUp: true,
  });

const serviceEnding = async (at: Arrangement) => {
  const { serviceId } = await otherPlan(at);
  await at.portal.owner.service.update({ where: { id: serviceId }, data: { cancelAtPeriodEnd: true } });
  return serviceId;
};

const mail: Sample = async ({ portal }) => {
  const row = {
    kind: "services" as const,
    template: "sample",
    toAddress: "a@b.example",
    toName: "A",
    subject: "S",
    html: "<p>H</p>",
    text: "H",
    messageId: unique(),
  };
  return { mailId: (await portal.owner.outboxMail.create({ data: row })).id };
};

const ownSession = async (at: Arrangement) =>
  (
    await at.portal.owner.session.create({
      data: {
        personId: (await person(at)).id,
        tokenHash: unique(),
        userAgent: "sample",
        ip: "192.0.2.9",
        expiresAt: addDays(new Date(), 1),
      },
    })
  ).id;

const ownToken = async (at: Arrangement) =>
  (
    await at.portal.owner.apiToken.create({
      data: {
        personId: (await person(at)).id,
        name: "sample",
        tokenHash: unique(),
        prefix: "pc_",
        permissions: [],
        expiresAt: addDays(new Date(), 1),
      },
    })
  ).id;

const profile = {
  legalName: "Northwind Robotics B.V.",
  vatId: null,
  addressLine1: "Keilestraat 9",
  addressLine2: null,
  postalCode: "3029 BP",
  city: "Rotterdam",
  country: "NL",
  phone: null,
};
const noAccess = { roles: ["support"], overrides: [], limitedToServices: false, endsAt: null };

export const samples: Readonly<Record<string, Sample>> = {
  "account.areas": nothing,
  "account.change-areas": async (at) => ({ on: ["discussions", "meetings"], version: await versionOf(at) }),
  "account.close": async ({ portal, accountId }) => {
    await portal.owner.service.updateMany({
      where: { accountId },
      data: { status: "cancelled", cancelledAt: new Date() },
    });
    return { confirmName: "Northwind Robotics" };
  },
  "account.frame": nothing,
  "account.notices": nothing,
  "account.preview-closing": nothing,
  "account.update-profile": async (at) => ({ ...profile, version: await versionOf(at) }),
  "account.view-profile": nothing,
  "accounting.add-tax-rate": async ({ portal }) => {
    await portal.owner.taxRate.deleteMany({ where: { country: "FR" } });
    return { country: "FR", name: "TVA", percent: "20", from: "2099-01-01" };
  },
  "accounting.coupons": nothing,
  "accounting.create-coupon": () => ({ code: `S-${unique()}`, name: "Sample", value: "10" }),
  "accounting.credits": nothing,
  "accounting.end-coupon": async (at) => ({ couponId: await coupon(at) }),
  "accounting.end-tax-rate": async (at) => ({ rateId: await taxRate(at), until: "2099-12-31" }),
  "accounting.export-invoices": nothing,
  "accounting.export-journal": nothing,
  "accounting.export-payments": nothing,
  "accounting.export-receivables": nothing,
  "accounting.export-taxes": nothing,
  "accounting.failed-payments": nothing,
  "accounting.receivables": nothing,
  "accounting.returned": nothing,
  "accounting.seller": nothing,
  "accounting.tax-rates": nothing,
  "accounting.taxes": nothing,
  "accounting.update-seller": async (at) => {
    const known = await at.portal.owner.legalEntity.findFirst({ where: { isDefault: true } });
    const version = known?.version ?? 0;
    return { name: "Seller B.V.", address: "Quay 1\n1000 AA Amsterdam", country: "NL", version };
  },
  "activity.export": nothing,
  "activity.list": nothing,
  "activity.people": nothing,
  "clock.advance": async ({ portal }) => {
    await portal.owner.clockShift.deleteMany();
    return { to: "nextDay" };
  },
  "clock.view": nothing,
  "billing.overview": nothing,
  "credit-notes.list": nothing,
  "credit-notes.pdf": async (at) => ({ creditNoteId: await creditNote(at) }),
  "credit-notes.view": async (at) => ({ creditNoteId: await creditNote(at) }),
  "dashboard.view": nothing,
  "invoices.credit": async (at) => ({ invoiceId: await owedInvoice(at), version: 2, reason: "Not delivered" }),
  "invoices.delete-draft": async (at) => ({ invoiceId: await draft(at), version: 1 }),
  "invoices.desk": nothing,
  "invoices.draft": async (at) => {
    await seller(at.portal.owner);
    return handwritten;
  },
  "invoices.edit-draft": async (at) => ({ invoiceId: await draft(at), version: 1, ...handwritten }),
  "invoices.issue": async (at) => ({ invoiceId: await draft(at), version: 1 }),
  "invoices.list": nothing,
  "invoices.pdf": async (at) => ({ invoiceId: await invoice(at) }),
  "invoices.preview-issue": async (at) => ({ invoiceId: await draft(at) }),
  "invoices.view": async (at) => ({ invoiceId: await invoice(at) }),
  "invoices.view-managed": async (at) => ({ invoiceId: await owedInvoice(at) }),
  "invoices.void": async (at) => ({ invoiceId: await sentInvoice(at), version: 2, reason: "Issued by mistake" }),
  "invoices.write-off": async (at) => ({ invoiceId: await owedInvoice(at), version: 2, reason: "Insolvent" }),
  "ownership.accept": async (at) => ({ offerId: await offer(at, (await ownSeat(at)) ?? (await contact(at))) }),
  "ownership.decline": async (at) => ({ offerId: await offer(at, (await ownSeat(at)) ?? (await contact(at))) }),
  "ownership.offer": async (at) => {
    await noOffer(at);
    return { contactId: await contact(at, { roles: ["administrator"] }) };
  },
  "ownership.view": nothing,
  "ownership.withdraw": async (at) => ({ offerId: await offer(at, await contact(at)) }),
  "payment-methods.begin-setup": async (at) => ({ kind: "card", replacesId: await paymentMethod(at) }),
  "payment-methods.change-autopay": () => ({ on: false }),
  "payment-methods.finish-setup": async (at) => ({
    setupId: await setup(at),
    token: "tok_success",
    holder: "Sample Person",
    expiry: `12/${new Date().getUTCFullYear() + 1}`,
  }),
  "payment-methods.list": nothing,
  "payment-methods.make-default": async (at) => ({ methodId: await paymentMethod(at) }),
  "payment-methods.remove": async (at) => ({ methodId: await paymentMethod(at) }),
  "payment-methods.setup-choices": async (at) => ({ replacesId: await paymentMethod(at) }),
  "payment-methods.view-setup": async (at) => ({ setupId: await setup(at) }),
  "payments.answer-bank": async (at) => ({ paymentId: await payment(at, "actionRequired"), answer: "approve" }),
  "payments.cancel": async (at) => ({ paymentId: await payment(at, "actionRequired") }),
  "payments.check": async (at) => ({ paymentId: await payment(at, "processing") }),
  "payments.list": nothing,
  "payments.pay": async (at) => ({ invoiceIds: [await openInvoice(at)], methodId: await paymentMethod(at) }),
  "payments.preview": async (at) => ({ invoiceIds: [await openInvoice(at)] }),
  "payments.view": async (at) => ({ paymentId: await payment(at, "processing") }),
  "payments.grant-credit": () => ({ currency: "USD", amount: "10.00", reason: "For the outage" }),
  "payments.record-transfer": async (at) => ({
    invoiceIds: [await owedInvoice(at)],
    currency: "SEK",
    amount: "20.00",
    reference: unique(),
  }),
  "payments.transfer-desk": async (at) => ({ invoiceId: await owedInvoice(at) }),
  "payments.refund": async (at) => ({
    paymentId: await transfer(at),
    version: 2,
    amount: "1.00",
    from: "invoices",
    reason: "Paid twice",
  }),
  "payments.view-refundable": async (at) => ({ paymentId: await transfer(at) }),
  "people.access-choices": nothing,
  "people.add-non-member": () => ({ name: "Mailbox", email: address(), notices: ["notices.invoices.receive"] }),
  "people.answer-request": async (at) => ({ requestId: await request(at), answer: "decline" }),
  "people.approve-invite": async (at) => ({ contactId: await invited(at) }),
  "people.ask": async (at) => {
    await at.portal.owner.permissionRequest.deleteMany({});
    return { permission: "reports.view" };
  },
  "people.change-access": async (at) => ({ contactId: await contact(at), version: 1, ...noAccess, roles: ["billing"] }),
  "people.export": nothing,
  "people.invite": () => ({ name: "New Person", email: address(), roles: ["support"] }),
  "people.invite-choices": nothing,
  "people.list": nothing,
  "people.list-non-members": nothing,
  "people.notice-choices": nothing,
  "people.own-requests": nothing,
  "people.preview-change": async (at) => ({ contactId: await contact(at), roles: ["billing"] }),
  "people.remove": async (at) => ({ contactId: await contact(at) }),
  "people.requests": nothing,
  "people.resend-invite": async (at) => ({ contactId: await invited(at) }),
  "people.restore": async (at) => ({ contactId: await contact(at, { status: "suspended" }) }),
  "people.revoke-invite": async (at) => ({ contactId: await invited(at) }),
  "people.set-term": async (at) => ({
    contactId: await contact(at),
    version: 1,
    endsAt: dayOf(addDays(new Date(), 200)),
  }),
  "people.suspend": async (at) => ({ contactId: await contact(at) }),
  "people.update-email": async (at) => ({
    contactId: await contact(at, { login: false, roles: [] }),
    version: 1,
    email: address(),
  }),
  "people.update-name": async (at) => ({ contactId: await contact(at), version: 1, name: "Renamed Person" }),
  "people.view": async (at) => ({ contactId: await contact(at) }),
  "people.view-non-member": async (at) => ({ contactId: await contact(at, { login: false, roles: [] }) }),
  "profile.accounts": nothing,
  "profile.change-password": () => ({ currentPassword: "portcullis-demo", newPassword: "portcullis-demo-2" }),
  "profile.choose-notices": () => ({ wanted: [] }),
  "profile.create-token": () => ({ name: "sample", permissions: ["profile.manage"], days: 1 }),
  "profile.held-permissions": nothing,
  "profile.notices": nothing,
  "profile.request-email-change": () => ({ newEmail: address(), currentPassword: "portcullis-demo" }),
  "profile.revoke-session": async (at) => ({ sessionId: await ownSession(at) }),
  "profile.revoke-token": async (at) => ({ tokenId: await ownToken(at) }),
  "profile.send-verification": async ({ portal, email }) => {
    await portal.owner.person.update({ where: { email }, data: { emailVerifiedAt: null } });
    return {};
  },
  "profile.sessions": nothing,
  "profile.sign-out-everywhere": nothing,
  "profile.tokens": nothing,
  "profile.update": async (at) => ({
    name: "Same Name",
    locale: "en-GB",
    timeZone: "UTC",
    version: (await person(at)).version,
  }),
  "profile.view": nothing,
  "profile.withdraw-email-change": async (at) => {
    const hashes = { oldTokenHash: unique(), newTokenHash: unique() };
    await at.portal.owner.emailChange.create({
      data: { ...hashes, personId: (await person(at)).id, newEmail: address(), expiresAt: addDays(new Date(), 1) },
    });
    return {};
  },
  "reports.csv": nothing,
  "reports.pdf": pastMonth,
  "reports.view": nothing,
  "search.find": () => ({ q: "northwind" }),
  "services.cancel": async (at) => ({ serviceId: await visibleService(at), confirmName: "sample.example", version: 1 }),
  "services.change-plan": async (at) => ({ ...(await otherPlan(at)), version: 1 }),
  "services.complete-set-up": async (at) => ({
    serviceId: await serviceToSetUp(at),
    logins: [{ label: "SSH", username: "root", secret: "sample" }],
    version: 1,
  }),
  "services.list-to-set-up": nothing,
  "services.view-set-up": async (at) => ({ serviceId: await serviceToSetUp(at) }),
  "services.keep-plan": async (at) => ({ serviceId: await servicePlanned(at), version: 1 }),
  "services.list": nothing,
  "services.order": async ({ portal }) => ({
    productId: (await portal.owner.product.findFirstOrThrow()).id,
    term: "year",
    name: "ordered.example",
  }),
  "services.cancel-order": async (at) => ({ orderId: await unpaidOrder(at) }),
  "services.quote-order": async ({ portal }) => ({ productId: (await portal.owner.product.findFirstOrThrow()).id }),
  "services.plan-choices": async (at) => ({ serviceId: await visibleService(at) }),
  "services.preview-plan": otherPlan,
  "services.preview-cancellation": async (at) => ({ serviceId: await visibleService(at) }),
  "services.products": nothing,
  "services.rename": async (at) => ({ serviceId: await visibleService(at), name: "renamed.example", version: 1 }),
  "services.reveal-credential": credential,
  "services.undo-cancellation": async (at) => ({ serviceId: await serviceEnding(at), version: 1 }),
  "services.view": async (at) => ({ serviceId: await visibleService(at) }),
  "services.view-order": async (at) => ({ orderId: await order(at) }),
  "staff.account": nothing,
  "staff.accounts": nothing,
  "staff.add-colleague": () => ({
    name: "New Colleague",
    email: `${unique()}@portcullis.example`,
    jobTitle: "Engineer",
    roles: ["agent"],
  }),
  "staff.change-colleague": async (at) => ({
    personId: await colleague(at),
    jobTitle: "Senior engineer",
    roles: ["agent"],
  }),
  "staff.give-role": () => ({
    name: "New Person",
    email: address(),
    role: "billing",
    reference: "REQ-7",
    requestedBy: "Ingrid Solheim",
  }),
  "staff.attempts": nothing,
  "staff.mail": nothing,
  "staff.mail-contents": mail,
  "staff.mail-view": mail,
  "staff.remove-colleague": async (at) => ({ personId: await colleague(at) }),
  "staff.role-choices": nothing,
  "staff.search": () => ({ q: "northwind" }),
  "staff.team": nothing,
  "staff.transfer-ownership": async (at) => {
    await noOffer(at);
    return {
      contactId: await contact(at, { roles: ["administrator"] }),
      reference: "REQ-8",
      requestedBy: "Ingrid Solheim",
    };
  },
  "staff.withdraw-transfer": async (at) => ({ offerId: await offer(at, await contact(at)) }),
  "statements.csv": nothing,
  "statements.pdf": pastMonth,
  "statements.view": nothing,
  "tickets.assign": async (at) => ({ ticketId: await ticket(at, { department: "billing" }), assignee: "me" }),
  "tickets.choices": nothing,
  "tickets.close": async (at) => ({ ticketId: await ticket(at) }),
  "tickets.list": nothing,
  "tickets.note": async (at) => ({ ticketId: await ticket(at, { department: "billing" }), message: "A note" }),
  "tickets.open": () => ({ subject: "Sample", message: "Please look." }),
  "tickets.reopen": async (at) => ({ ticketId: await ticket(at, { status: "closed" }) }),
  "tickets.reply": async (at) => ({ ticketId: await ticket(at), message: "Hello again" }),
  "tickets.view": async (at) => ({ ticketId: await ticket(at) }),
};
