import type { Dashboard } from "@/lib/home/dashboard/schema";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { counted, type Need, type NeedsContext } from "./need";

/** Offers, requests, invitations and unverified addresses, for viewers who manage people. */
export function peopleNeeds(dashboard: Dashboard, context: NeedsContext): Need[] {
  return [
    ...offerNeed(dashboard, context),
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
      title: `${offer.fromName} wants to transfer ownership of this account to you`,
      detail: `Accept or decline it by ${until}.`,
      href: `${base}/people/ownership`,
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
      title: counted(requests.count, "access request", "access requests"),
      detail: `${requests.newest.map(({ name, permissionName }) => `${name}: ${permissionName}`).join(" · ")}`,
      href: `${base}/people/requests`,
    },
  ];
}

function invitationsNeed({ invitations }: Dashboard, { base }: NeedsContext): Need[] {
  if (!invitations || invitations.count === 0) return [];
  const { count, expiredCount, people } = invitations;
  const over =
    expiredCount > 0 ? `${counted(expiredCount, "invitation has", "invitations have")} expired. Send a new one.` : "";
  return [
    {
      key: "invitations",
      icon: "mail-question-mark",
      tone: expiredCount > 0 ? "warning" : "neutral",
      title: counted(count, "pending invitation", "pending invitations"),
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
      icon: "mail-exclamation-point",
      tone: "warning",
      title: counted(unverified.count, "unverified email address", "unverified email addresses"),
      detail: "Notifications are only sent to verified addresses.",
      href: only && others.length === 0 ? `${base}/people/${only.id}` : `${base}/people`,
      items: unverified.people.map(({ id, name }) => ({ label: name, href: `${base}/people/${id}` })),
    },
  ];
}
