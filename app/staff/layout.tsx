import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(public)/sign-out/action";
import { callerIn } from "@/app/caller-in";
import { sharedRequest } from "@/app/shared-request";
import { AppFrame } from "@/components/shell/app-frame";
import type { NavItem } from "@/components/shell/navigation";
import { viewRetention } from "@/lib/accounts/retention/view-retention";
import { listOwnVisits } from "@/lib/accounts/staff-visits/list-own-visits";
import { listReceivables } from "@/lib/billing/accounting/list-receivables";
import { viewSeller } from "@/lib/billing/accounting/view-seller";
import { viewClock } from "@/lib/billing/clock/view-clock";
import { countUnreadForStaff } from "@/lib/home/notifications/count-unread";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { readTheme, themeCookie } from "@/lib/platform/kernel/theme";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { RequestContext } from "@/lib/platform/operations/execute";
import { mayExecute } from "@/lib/platform/operations/may-execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { listCatalogue } from "@/lib/services/catalogue/list-catalogue";
import { listServicesToSetUp } from "@/lib/services/services/list-services-to-set-up";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { listAttempts } from "@/lib/staff/accounts/list-attempts";
import { viewBrand } from "@/lib/staff/brand/view-brand";
import { rolesInWords } from "@/lib/staff/core/roles-in-words";
import { listMail } from "@/lib/staff/mail/list-mail";
import { listRoleRequestQueue } from "@/lib/staff/role-requests/list-queue";
import { listTeam } from "@/lib/staff/team/list-team";
import { listInboundMail } from "@/lib/support/inbound-mail/list-inbound-mail";
import { listQueue } from "@/lib/support/queue/list-queue";

/** The frame of the staff console. Links only to pages the viewer may open; each page authorizes itself. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const frame = await frameOf();
  if (frame === null) return <main id="main">{children}</main>;
  return (
    <AppFrame
      brand={await currentBrand()}
      title={t("Staff console")}
      homeHref="/staff/accounts"
      navigation={[{ items: frame.navigation }]}
      staff={{ roles: frame.roles }}
      user={{
        person: frame.actor,
        theme: readTheme((await cookies()).get(themeCookie)?.value),
        signOutAction,
      }}
      bell={{ href: "/staff/notifications", unread: frame.unread }}
      live={{ address: "/api/live", unread: "/api/v1/staff/notifications/unread" }}
      searchEndpoint="/api/v1/staff/search"
    >
      {children}
    </AppFrame>
  );
}

interface Entry extends Pick<NavItem, "href" | "icon"> {
  readonly label: Sentence;
  readonly short?: Sentence;
  readonly operation: AnyOperation;
}

const entries: readonly Entry[] = [
  {
    href: "/staff/accounts",
    label: msg("Accounts"),
    short: msg("Accounts@@short"),
    icon: "search",
    operation: findAccounts,
  },
  {
    href: "/staff/visits",
    label: msg("Open accounts"),
    short: msg("Open@@short"),
    icon: "eye",
    operation: listOwnVisits,
  },
  { href: "/staff/tickets", label: msg("Tickets"), icon: "life-buoy", operation: listQueue },
  {
    href: "/staff/role-requests",
    label: msg("Role requests"),
    short: msg("Requests@@short"),
    icon: "key-round",
    operation: listRoleRequestQueue,
  },
  {
    href: "/staff/services",
    label: msg("Setup queue"),
    short: msg("Setup@@short"),
    icon: "server-cog",
    operation: listServicesToSetUp,
  },
  { href: "/staff/products", label: msg("Products"), icon: "package", operation: listCatalogue },
  {
    href: "/staff/clock",
    label: msg("Clock"),
    short: msg("Clock@@short"),
    icon: "calendar-clock",
    operation: viewClock,
  },
  { href: "/staff/accounting", label: msg("Accounting"), icon: "landmark", operation: listReceivables },
  {
    href: "/staff/billing-setup",
    label: msg("Billing setup"),
    icon: "sliders-horizontal",
    operation: viewSeller,
  },
  { href: "/staff/retention", label: msg("Retention"), icon: "trash", operation: viewRetention },
  { href: "/staff/brand", label: msg("Brand"), icon: "building-complex", operation: viewBrand },
  {
    href: "/staff/inbound-mail",
    label: msg("Received email"),
    short: msg("Received@@short"),
    icon: "inbox",
    operation: listInboundMail,
  },
  { href: "/staff/mail", label: msg("Email"), icon: "mail", operation: listMail },
  {
    href: "/staff/attempts",
    label: msg("Denied attempts"),
    icon: "shield-alert",
    operation: listAttempts,
  },
  { href: "/staff/team", label: msg("Team"), icon: "users-round", operation: listTeam },
];

/** Null if not signed in or not on the team: the page itself then answers. */
async function frameOf() {
  try {
    // A layout gets no page params, so the account is read from the path.
    return await sharedRequest().join(callerIn(accountInPath()), frameFor);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code !== "not-found") return null;
    return sharedRequest().join(callerIn(Promise.resolve(null)), frameFor);
  }
}

async function accountInPath(): Promise<string | null> {
  const path = (await headers()).get("x-portcullis-path") ?? "";
  const accountId = /^\/staff\/accounts\/([^/?]+)/.exec(path)?.[1];
  return id.safeParse(accountId).success ? (accountId ?? null) : null;
}

async function frameFor({ execute, scope: { viewer, actor } }: RequestContext) {
  const navigation = entries
    .filter(({ operation }) => mayExecute(viewer, operation))
    .map(({ href, icon, label, short = label }) => ({ href, icon, label: t(label), short: t(short) }));
  if (navigation.length === 0) return null;
  const { name, email } = actor;
  const { unread } = await execute(countUnreadForStaff, {});
  return { unread, navigation, actor: { name, email }, roles: rolesInWords(viewer.subject.staffRoles) };
}
