import { accessFeature } from "./accounts/access/feature";
import { activityFeature } from "./accounts/activity/feature";
import { looksFeature } from "./accounts/looks/feature";
import { ownershipFeature } from "./accounts/ownership/feature";
import { peopleFeature } from "./accounts/people/feature";
import { retentionFeature } from "./accounts/retention/feature";
import { roleRequestsFeature } from "./accounts/role-requests/feature";
import { settingsFeature } from "./accounts/settings/feature";
import { staffAccessFeature } from "./accounts/staff-access/feature";
import { staffReadsFeature } from "./accounts/staff-reads/feature";
import { staffVisitsFeature } from "./accounts/staff-visits/feature";
import { twoFactorPolicyFeature } from "./accounts/two-factor/feature";
import { accountingFeature } from "./billing/accounting/feature";
import { clockFeature } from "./billing/clock/feature";
import { billingFeature } from "./billing/core/feature";
import { creditNotesFeature } from "./billing/credit-notes/feature";
import { invoicesFeature } from "./billing/invoices/feature";
import { overviewFeature } from "./billing/overview/feature";
import { paymentMethodsFeature } from "./billing/payment-methods/feature";
import { paymentsFeature } from "./billing/payments/feature";
import { reportsFeature } from "./billing/reports/feature";
import { statementsFeature } from "./billing/statements/feature";
import { profileFeature } from "./identity/profile/feature";
import { pushFeature } from "./identity/push/feature";
import { sessionsFeature } from "./identity/sessions/feature";
import { tokensFeature } from "./identity/tokens/feature";
import { twoFactorFeature } from "./identity/two-factor/feature";
import type { Feature } from "./platform/operations/feature";
import { catalogueFeature } from "./services/catalogue/feature";
import { loginDetailsFeature } from "./services/login-details/feature";
import { ordersFeature } from "./services/orders/feature";
import { provisioningFeature } from "./services/provisioning/feature";
import { servicesFeature } from "./services/services/feature";
import { accountsFeature } from "./staff/accounts/feature";
import { brandFeature } from "./staff/brand/feature";
import { importFeature } from "./staff/import/feature";
import { mailFeature } from "./staff/mail/feature";
import { roleRequestDeskFeature } from "./staff/role-requests/feature";
import { teamFeature } from "./staff/team/feature";
import { attachmentsFeature } from "./support/attachments/feature";
import { cannedRepliesFeature } from "./support/canned-replies/feature";
import { inboundMailFeature } from "./support/inbound-mail/feature";
import { mergingFeature } from "./support/merging/feature";
import { queueFeature } from "./support/queue/feature";
import { serviceLevelsFeature } from "./support/service-levels/feature";
import { tagsFeature } from "./support/tags/feature";
import { ticketsFeature } from "./support/tickets/feature";
import { actionsFeature } from "./workspace/actions/feature";
import { decisionsFeature } from "./workspace/decisions/feature";
import { discussionsFeature } from "./workspace/discussions/feature";
import { documentsFeature } from "./workspace/documents/feature";
import { interestsFeature } from "./workspace/interests/feature";
import { linksFeature } from "./workspace/links/feature";
import { meetingsFeature } from "./workspace/meetings/feature";

/**
 * What the portal is made of. Search shows its results in this order. Dashboard and search themselves are made of these
 * and join them in the registry.
 */
export const features: readonly Feature[] = [
  billingFeature,
  overviewFeature,
  invoicesFeature,
  paymentsFeature,
  paymentMethodsFeature,
  creditNotesFeature,
  statementsFeature,
  reportsFeature,
  accountingFeature,
  clockFeature,
  settingsFeature,
  peopleFeature,
  accessFeature,
  roleRequestsFeature,
  twoFactorPolicyFeature,
  ownershipFeature,
  looksFeature,
  staffAccessFeature,
  staffReadsFeature,
  staffVisitsFeature,
  activityFeature,
  retentionFeature,
  meetingsFeature,
  servicesFeature,
  ordersFeature,
  catalogueFeature,
  loginDetailsFeature,
  provisioningFeature,
  attachmentsFeature,
  ticketsFeature,
  queueFeature,
  serviceLevelsFeature,
  cannedRepliesFeature,
  tagsFeature,
  mergingFeature,
  inboundMailFeature,
  documentsFeature,
  discussionsFeature,
  linksFeature,
  actionsFeature,
  decisionsFeature,
  interestsFeature,
  profileFeature,
  pushFeature,
  sessionsFeature,
  tokensFeature,
  twoFactorFeature,
  accountsFeature,
  roleRequestDeskFeature,
  brandFeature,
  importFeature,
  teamFeature,
  mailFeature,
];
