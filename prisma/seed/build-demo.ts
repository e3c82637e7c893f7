import type { BuiltAccount } from "./builders/account";
import type { OwnerDatabase } from "./builders/owner-database";
import { buildPastInvoices } from "./builders/past-invoice";
import { seedActions } from "./demo/actions";
import { seedActivity } from "./demo/activity";
import { seedAttachedDocuments } from "./demo/attached-documents";
import { bluewaterPast, seedBluewater } from "./demo/bluewater";
import { seedCoupons } from "./demo/coupons";
import { seedDecisions } from "./demo/decisions";
import { seedDiscussionFiles } from "./demo/discussion-files";
import { seedDiscussions } from "./demo/discussions";
import { seedDocuments } from "./demo/documents";
import { type Globex, globexPast, seedGlobex } from "./demo/globex";
import { seedInboundMail } from "./demo/inbound-mail";
import { seedLinks } from "./demo/links";
import { seedLoginDetails } from "./demo/login-details";
import { seedMeetings } from "./demo/meetings";
import { type Northwind, seedNorthwind } from "./demo/northwind";
import { seedNorthwindAttachments } from "./demo/northwind-attachments";
import { northwindPast } from "./demo/northwind-invoices";
import { seedNorthwindTickets } from "./demo/northwind-tickets";
import { seedNotifications } from "./demo/notifications";
import { seedPaymentMethods } from "./demo/payment-methods";
import { seedProducts } from "./demo/products";
import { seedRecentBilling } from "./demo/recent-billing";
import { seedRecordGrants } from "./demo/record-grants";
import { seedRoleRequests } from "./demo/role-requests";
import { seedSeller } from "./demo/seller";
import { type DemoStaff, seedStaff } from "./demo/staff";
import { seedStaffVisits } from "./demo/staff-visits";
import { seedSupportDesk } from "./demo/support-desk";

export interface Demo {
  readonly staff: DemoStaff;
  readonly northwind: Northwind;
  readonly globex: Globex;
  readonly bluewater: BuiltAccount;
}

/** All demo data, as of `now`. The tests use the same data. */
export async function buildDemo(db: OwnerDatabase, now: Date): Promise<Demo> {
  await seedSeller(db);
  await seedProducts(db);
  await seedCoupons(db, now);
  const staff = await seedStaff(db);
  const northwind = await seedNorthwind(db, now);
  await seedPaymentMethods(db, northwind.id, now);
  await seedNorthwindTickets(db, northwind, staff, now);
  await seedNorthwindAttachments(db, northwind);
  await seedDocuments(db, northwind, now);
  await seedDecisions(db, northwind, now);
  await seedInboundMail(db, northwind, now);
  await seedRoleRequests(db, northwind, staff, now);
  await seedActivity(db, northwind, now);
  await seedActions(db, northwind, now);
  await seedLoginDetails(db, northwind, now);
  await seedDiscussions(db, northwind, now);
  await seedDiscussionFiles(db, northwind);
  await seedLinks(db, northwind, now);
  await seedMeetings(db, northwind, now);
  await seedStaffVisits(db, northwind, staff, now);
  await seedRecordGrants(db, northwind, now);
  await seedAttachedDocuments(db, northwind);
  const globex = await seedGlobex(db, now);
  const bluewater = await seedBluewater(db, now);
  await seedSupportDesk(db);
  const past = [northwindPast(northwind, now), globexPast(globex, now), bluewaterPast(bluewater, now)];
  await buildPastInvoices(db, past.flat());
  await seedRecentBilling(db, northwind, globex, now);
  await seedNotifications(db, northwind, staff, now);
  return { staff, northwind, globex, bluewater };
}
