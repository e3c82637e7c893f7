import type { demo } from "./demo";
import type { Ground } from "./ground";

interface Visit {
  /** Who can see the page; null for nobody signed in. */
  readonly as: keyof typeof demo | null;
  readonly path: (ground: Ground) => string;
}

const inAccount = (path: (ground: Ground) => string, as: Visit["as"] = "owner"): Visit => ({
  as,
  path: (ground) => `/a/${ground.accountId}${path(ground)}`,
});
const byStaff = (path: (ground: Ground) => string): Visit => ({ as: "manager", path });
const byAccounting = (path: (ground: Ground) => string): Visit => inAccount(path, "accounting");
const open = (path: (ground: Ground) => string): Visit => ({ as: null, path });
const own = (path: string): Visit => ({ as: "support", path: () => path });

/** Each page with somebody who can see it. A page without a line here fails the tests that visit every page. */
export const visits: Readonly<Record<string, Visit>> = {
  "/": { as: "billing", path: () => "/" },
  "/sign-in": open(() => "/sign-in"),
  "/forgot-password": open(() => "/forgot-password"),
  "/reset-password/[token]": open(({ reset }) => `/reset-password/${reset}`),
  "/verify-email/[token]": open(({ emailProof }) => `/verify-email/${emailProof}`),
  "/unsubscribe/[token]": open(({ unsubscribe }) => `/unsubscribe/${unsubscribe}`),
  "/confirm-email/[token]": open(({ emailChange }) => `/confirm-email/${emailChange}`),
  "/invitation/[token]": open(({ invitation }) => `/invitation/${invitation}`),
  "/reference/permissions": open(() => "/reference/permissions"),

  "/profile": own("/profile"),
  "/profile/security": own("/profile/security"),
  "/profile/notices": own("/profile/notices"),
  "/profile/tokens": own("/profile/tokens"),

  "/a/[accountId]": inAccount(() => ""),
  "/a/[accountId]/activity": inAccount(() => "/activity"),
  "/a/[accountId]/billing": inAccount(() => "/billing", "billing"),
  "/a/[accountId]/credit-notes": inAccount(() => "/credit-notes", "billing"),
  "/a/[accountId]/credit-notes/[creditNoteId]": inAccount(
    ({ creditNoteId }) => `/credit-notes/${creditNoteId}`,
    "billing",
  ),
  "/a/[accountId]/reports": inAccount(() => "/reports"),
  "/a/[accountId]/statement": inAccount(() => "/statement", "billing"),
  "/a/[accountId]/invoices": inAccount(() => "/invoices", "billing"),
  "/a/[accountId]/credit/grant": byAccounting(() => "/credit/grant"),
  "/a/[accountId]/invoices/draft": byAccounting(() => "/invoices/draft"),
  "/a/[accountId]/invoices/[invoiceId]/credit": byAccounting(({ invoiceId }) => `/invoices/${invoiceId}/credit`),
  "/a/[accountId]/invoices/[invoiceId]/manage": byAccounting(({ invoiceId }) => `/invoices/${invoiceId}/manage`),
  "/a/[accountId]/payments/record": byAccounting(() => "/payments/record"),
  "/a/[accountId]/payments/[paymentId]/refund": byAccounting(({ receivedId }) => `/payments/${receivedId}/refund`),
  "/a/[accountId]/invoices/[invoiceId]": inAccount(({ invoiceId }) => `/invoices/${invoiceId}`, "billing"),
  "/a/[accountId]/invoices/pay": inAccount(({ invoiceId }) => `/invoices/pay?invoice=${invoiceId}`, "billing"),
  "/a/[accountId]/payments": inAccount(() => "/payments", "billing"),
  "/a/[accountId]/payments/[paymentId]": inAccount(({ paymentId }) => `/payments/${paymentId}`, "billing"),
  "/a/[accountId]/payments/[paymentId]/bank": inAccount(({ paymentId }) => `/payments/${paymentId}/bank`, "billing"),
  "/a/[accountId]/payment-methods": inAccount(() => "/payment-methods", "billing"),
  "/a/[accountId]/payment-methods/add": inAccount(() => "/payment-methods/add", "billing"),
  "/a/[accountId]/payment-methods/setup/[setupId]": inAccount(
    ({ setupId }) => `/payment-methods/setup/${setupId}`,
    "billing",
  ),
  "/a/[accountId]/people": inAccount(() => "/people"),
  "/a/[accountId]/people/[contactId]": inAccount(({ contactId }) => `/people/${contactId}`),
  "/a/[accountId]/people/[contactId]/access": inAccount(({ contactId }) => `/people/${contactId}/access`),
  "/a/[accountId]/people/invitations": inAccount(() => "/people/invitations"),
  "/a/[accountId]/people/invite": inAccount(() => "/people/invite"),
  "/a/[accountId]/people/notices-only": inAccount(() => "/people/notices-only"),
  "/a/[accountId]/people/notices-only/add": inAccount(() => "/people/notices-only/add"),
  "/a/[accountId]/people/ownership": inAccount(() => "/people/ownership"),
  "/a/[accountId]/people/requests": inAccount(() => "/people/requests"),
  "/a/[accountId]/services": inAccount(() => "/services", "support"),
  "/a/[accountId]/services/[serviceId]": inAccount(({ serviceId }) => `/services/${serviceId}`),
  "/a/[accountId]/services/[serviceId]/change-plan": inAccount(({ serviceId }) => `/services/${serviceId}/change-plan`),
  "/a/[accountId]/services/[serviceId]/cancel": inAccount(({ serviceId }) => `/services/${serviceId}/cancel`),
  "/a/[accountId]/services/order": inAccount(() => "/services/order"),
  "/a/[accountId]/services/order/[productId]": inAccount(({ productId }) => `/services/order/${productId}`),
  "/a/[accountId]/services/order/placed/[orderId]": inAccount(({ orderId }) => `/services/order/placed/${orderId}`),
  "/a/[accountId]/settings": inAccount(() => "/settings"),
  "/a/[accountId]/settings/areas": inAccount(() => "/settings/areas"),
  "/a/[accountId]/settings/close": inAccount(() => "/settings/close"),
  "/a/[accountId]/settings/notices": inAccount(() => "/settings/notices"),
  "/a/[accountId]/tickets": inAccount(() => "/tickets", "support"),
  "/a/[accountId]/tickets/[ticketId]": inAccount(({ ticketId }) => `/tickets/${ticketId}`, "agent"),
  "/a/[accountId]/tickets/new": inAccount(() => "/tickets/new", "support"),

  "/staff": byStaff(() => "/staff"),
  "/staff/accounts": byStaff(() => "/staff/accounts"),
  "/staff/accounts/[accountId]": byStaff(({ accountId }) => `/staff/accounts/${accountId}`),
  "/staff/accounts/[accountId]/give-role": byStaff(
    ({ accountId, contactId }) => `/staff/accounts/${accountId}/give-role?contact=${contactId}`,
  ),
  "/staff/accounts/[accountId]/transfer": byStaff(({ accountId }) => `/staff/accounts/${accountId}/transfer`),
  "/staff/clock": byStaff(() => "/staff/clock"),
  "/staff/accounting": byStaff(() => "/staff/accounting"),
  "/staff/accounting/failed": byStaff(() => "/staff/accounting/failed"),
  "/staff/accounting/returned": byStaff(() => "/staff/accounting/returned"),
  "/staff/accounting/taxes": byStaff(() => "/staff/accounting/taxes"),
  "/staff/accounting/credits": byStaff(() => "/staff/accounting/credits"),
  "/staff/accounting/exports": byStaff(() => "/staff/accounting/exports"),
  "/staff/billing-setup": byStaff(() => "/staff/billing-setup"),
  "/staff/billing-setup/tax-rates": byStaff(() => "/staff/billing-setup/tax-rates"),
  "/staff/billing-setup/coupons": byStaff(() => "/staff/billing-setup/coupons"),
  "/staff/mail": byStaff(() => "/staff/mail"),
  "/staff/mail/[mailId]": byStaff(({ mailId }) => `/staff/mail/${mailId}`),
  "/staff/team": byStaff(() => "/staff/team"),
  "/staff/team/[personId]": byStaff(({ personId }) => `/staff/team/${personId}`),
  "/staff/team/add": byStaff(() => "/staff/team/add"),
};
