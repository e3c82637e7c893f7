import type { Dashboard } from "@/lib/home/dashboard/schema";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { t } from "@/lib/platform/language/t";
import type { Need, NeedsContext } from "./need";

/** Offers, requests, invitations and unverified addresses, for viewers who manage people. */
export function peopleNeeds(dashboard: Dashboard, context: NeedsContext): Need[] {
  return [
    ...offerNeed(dashboard, context),
    ...roleRequestsNeed(dashboard, context),
    ...requestsNeed(dashboard, context),
    ...invitationsNeed(dashboard, context),
    ...unverifiedNeed(dashboard, context),
  ];
}

function offerNeed({ offer }: Dashboard, { base, format }: NeedsContext): Need[] {
  if (!offer) return [];
  const until = formatDateTime(new Date(offer.expiresAt), "date", format);
  return [
    {
      key: "offer",
      icon: "crown",
      tone: "accent",
      title: t("{name} wants to transfer ownership of this account to you", { name: offer.fromName }),
      detail: t("Accept or decline it by {date}.", { date: until }),
      href: `${base}/people/ownership`,
    },
  ];
}

function roleRequestsNeed({ roleRequests }: Dashboard, { base }: NeedsContext): Need[] {
  if (!roleRequests || roleRequests.count === 0) return [];
  const { count, newest } = roleRequests;
  const here = `${base}/people/role-requests`;
  const [only, ...others] = newest;
  return [
    {
      key: "role-requests",
      icon: "user-plus",
      tone: "warning",
      title: t("{count, plural, one {# role request to confirm} other {# role requests to confirm}}", { count }),
      detail: t("Somebody asked us in your name, and we aren't certain who. Nothing changes unless you approve it."),
      href: only && others.length === 0 ? `${here}/${only.id}` : here,
      items: newest.map(({ id, name, roleName }) => ({ label: `${name}: ${roleName}`, href: `${here}/${id}` })),
    },
  ];
}

function requestsNeed({ requests }: Dashboard, { base }: NeedsContext): Need[] {
  if (!requests || requests.count === 0) return [];
  return [
    {
      key: "requests",
      icon: "key-round",
      tone: "warning",
      title: t("{count, plural, one {# access request} other {# access requests}}", { count: requests.count }),
      detail: `${requests.newest.map(({ name, permissionName }) => `${name}: ${permissionName}`).join(" · ")}`,
      href: `${base}/people/requests`,
    },
  ];
}

function invitationsNeed({ invitations }: Dashboard, { base }: NeedsContext): Need[] {
  if (!invitations || invitations.count === 0) return [];
  const { count, expiredCount, people } = invitations;
  const over =
    expiredCount > 0
      ? t(
          "{count, plural, one {# invitation has expired. Send a new one.} other {# invitations have expired. Send a new one.}}",
          { count: expiredCount },
        )
      : "";
  return [
    {
      key: "invitations",
      icon: "mail-question-mark",
      tone: expiredCount > 0 ? "warning" : "neutral",
      title: t("{count, plural, one {# pending invitation} other {# pending invitations}}", { count }),
      detail: over || undefined,
      href: `${base}/people/invitations`,
      items: people.map(({ id, name }) => ({ label: name, href: `${base}/people/${id}` })),
    },
  ];
}

function unverifiedNeed({ unverified }: Dashboard, { base }: NeedsContext): Need[] {
  if (!unverified || unverified.count === 0) return [];
  const [only, ...others] = unverified.people;
  return [
    {
      key: "unverified",
      icon: "mail-warning",
      tone: "warning",
      title: t("{count, plural, one {# unverified email address} other {# unverified email addresses}}", {
        count: unverified.count,
      }),
      detail: t("Notifications are only sent to verified addresses."),
      href: only && others.length === 0 ? `${base}/people/${only.id}` : `${base}/people`,
      items: unverified.people.map(({ id, name }) => ({ label: name, href: `${base}/people/${id}` })),
    },
  ];
}
