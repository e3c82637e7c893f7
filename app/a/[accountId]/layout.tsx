import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { z } from "zod";
import { signOutAction } from "@/app/(public)/sign-out/action";
import { accountChoices } from "@/app/account-choices";
import { AccountBanner } from "@/components/shell/account-banner";
import { AppFrame } from "@/components/shell/app-frame";
import { MenuLink } from "@/components/ui/menu-link";
import { callerOfPage } from "@/lib/http/caller-of-page";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { Problem } from "@/lib/platform/kernel/problem";
import { readTheme, themeCookie } from "@/lib/platform/kernel/theme";
import { visit } from "@/lib/platform/operations/perform";
import { canSome } from "@/lib/policy/evaluate";
import { navigationOf } from "./navigation";

interface LayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ accountId: string }>;
}

/** The frame of an account. It shows the ways that the viewer has; each page behind them asks for itself. */
export default async function AccountLayout({ children, params }: LayoutProps) {
  const { accountId } = await params;
  const frame = await frameOf(accountId);
  if (frame === null) return children;
  const { actor, account, accounts, navigation, staff } = frame;
  const base = `/a/${account.id}`;
  return (
    <AppFrame
      navigation={navigation}
      accounts={{ currentId: account.id, title: account.name, accounts }}
      homeHref={staff ? "/staff" : base}
      user={{
        person: { name: actor.name, email: actor.email },
        theme: readTheme((await cookies()).get(themeCookie)?.value),
        signOutAction,
        children: staff && <MenuLink href="/staff">Staff console</MenuLink>,
      }}
      searchEndpoint={`/api/v1/accounts/${account.id}/search`}
      banner={
        <>
          {actor.isStaff && <AccountBanner kind="acting" accountName={account.name} />}
          {account.closed && <AccountBanner kind="closed" />}
        </>
      }
    >
      {children}
    </AppFrame>
  );
}

/** Null where the page itself will answer: not signed in, no such account, a stranger. */
async function frameOf(accountId: string) {
  if (!z.uuid().safeParse(accountId).success) return null;
  try {
    return await visit(await callerOfPage("page"), { accountId }, async ({ ask, room }) => {
      if (room.account === null) return null;
      const { items } = await ask(listAccounts, {});
      return {
        actor: room.actor,
        account: room.account,
        navigation: navigationOf(`/a/${accountId}`, (permission) => canSome(room.viewer, permission)),
        staff: canSome(room.viewer, "staff.accounts.find"),
        accounts: accountChoices(items),
      };
    });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
