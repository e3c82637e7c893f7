import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(public)/sign-out/action";
import { accountChoices } from "@/app/account-choices";
import { callerIn } from "@/app/caller-in";
import { sharedRequest } from "@/app/shared-request";
import { AppFrame } from "@/components/shell/app-frame";
import type { NavGroup } from "@/components/shell/navigation";
import { MenuLink } from "@/components/ui/menu-link";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { Problem } from "@/lib/platform/kernel/problem";
import { readTheme, themeCookie } from "@/lib/platform/kernel/theme";
import { t } from "@/lib/platform/language/t";
import { mayExecute } from "@/lib/platform/operations/may-execute";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";

const navigation = (): NavGroup[] => [
  {
    label: t("You"),
    items: [
      { href: "/profile", label: t("Profile"), icon: "user-round", exact: true },
      { href: "/profile/security", label: t("Security"), icon: "shield-check" },
      { href: "/profile/notices", label: t("Notifications"), short: t("Notifications@@short"), icon: "bell" },
      { href: "/profile/looks", label: t("Viewed as you"), short: t("Viewed@@short"), icon: "eye" },
      { href: "/profile/tokens", label: t("API tokens"), icon: "key-round" },
    ],
  },
];

/** The frame around the person's own pages, outside any account. Each page authorizes itself. */
export default async function ProfileLayout({ children }: LayoutProps<"/profile">): Promise<ReactNode> {
  const frame = await frameOf();
  if (frame === null) return children;
  const { actor, accounts, staff } = frame;
  return (
    <AppFrame
      brand={await currentBrand()}
      navigation={navigation()}
      accounts={accounts.accounts.length > 0 ? { ...accounts, title: actor.name } : undefined}
      title={t("Your profile")}
      user={{
        person: { name: actor.name, email: actor.email },
        theme: readTheme((await cookies()).get(themeCookie)?.value),
        signOutAction,
        children: staff && <MenuLink href="/staff">{t("Staff console")}</MenuLink>,
      }}
    >
      {children}
    </AppFrame>
  );
}

/** Null if not signed in: the page itself then redirects. */
async function frameOf() {
  try {
    return await sharedRequest().join(callerIn(Promise.resolve(null)), async ({ execute, scope }) => {
      const list = await execute(listAccounts, {});
      return {
        actor: scope.actor,
        staff: mayExecute(scope.viewer, findAccounts),
        accounts: accountChoices(list),
      };
    });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
