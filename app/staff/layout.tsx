import {
  CalendarClock,
  Landmark,
  Mail,
  Search,
  ServerCog,
  ShieldAlert,
  SlidersHorizontal,
  UsersRound,
} from "lucide-react";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(public)/sign-out/action";
import { callerIn } from "@/app/caller-in";
import { sharedRequest } from "@/app/shared-request";
import { AppFrame } from "@/components/shell/app-frame";
import type { NavItem } from "@/components/shell/navigation";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { readTheme, themeCookie } from "@/lib/platform/kernel/theme";
import type { RequestContext } from "@/lib/platform/operations/execute";
import { canSome } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { rolesInWords } from "@/lib/staff/core/roles-in-words";

/** The layout of the staff console. Navigation shows what the viewer can access; each page checks access itself. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const frame = await frameOf();
  if (frame === null) return <main id="main">{children}</main>;
  return (
    <AppFrame
      title="Customers"
      homeHref="/staff/accounts"
      navigation={[{ items: frame.navigation }]}
      staff={{ roles: frame.roles }}
      user={{
        person: frame.actor,
        theme: readTheme((await cookies()).get(themeCookie)?.value),
        signOutAction,
      }}
      searchEndpoint="/api/v1/staff/search"
    >
      {children}
    </AppFrame>
  );
}

const entries: readonly (NavItem & { permission: Permission })[] = [
  { href: "/staff/accounts", label: "Accounts", icon: <Search />, permission: "staff.accounts.find" },
  { href: "/staff/services", label: "Services to set up", icon: <ServerCog />, permission: "services.set-up" },
  { href: "/staff/clock", label: "Clock", icon: <CalendarClock />, permission: "staff.clock.move" },
  { href: "/staff/accounting", label: "Accounting", icon: <Landmark />, permission: "staff.receivables.view" },
  {
    href: "/staff/billing-setup",
    label: "Billing setup",
    icon: <SlidersHorizontal />,
    permission: "staff.billing-setup.manage",
  },
  { href: "/staff/mail", label: "Mail", icon: <Mail />, permission: "staff.mail.view" },
  { href: "/staff/attempts", label: "Attempts", icon: <ShieldAlert />, permission: "staff.attempts.view" },
  { href: "/staff/team", label: "Team", icon: <UsersRound />, permission: "staff.team.manage" },
];

/** Null where the page itself will answer: not signed in, or nobody of the staff. */
async function frameOf() {
  try {
    // Which account a page of the console is about, the layout can only tell from the path.
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

async function frameFor({ scope: { viewer, actor } }: RequestContext) {
  const navigation = entries
    .filter(({ permission }) => canSome(viewer, permission))
    .map(({ permission: _, ...item }) => item);
  if (navigation.length === 0) return null;
  const { name, email } = actor;
  return { navigation, actor: { name, email }, roles: rolesInWords(viewer.subject.staffRoles) };
}
