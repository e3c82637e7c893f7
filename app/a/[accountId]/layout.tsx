import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(public)/sign-out/action";
import { accountChoices } from "@/app/account-choices";
import { callerIn } from "@/app/caller-in";
import { sharedRequest } from "@/app/shared-request";
import { submit } from "@/app/submit";
import { LookBanner } from "@/components/accounts/looks/look-banner";
import { AccountBanner } from "@/components/shell/account-banner";
import { AppFrame } from "@/components/shell/app-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { MenuLink } from "@/components/ui/menu-link";
import { endLook } from "@/lib/accounts/looks/end-look";
import { countUnread } from "@/lib/home/notifications/count-unread";
import { fieldLimits } from "@/lib/http/field-limits";
import { mayFollow } from "@/lib/http/live-kinds";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { readTheme, themeCookie } from "@/lib/platform/kernel/theme";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { mayExecute } from "@/lib/platform/operations/may-execute";
import type { Viewer } from "@/lib/policy/viewer";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { navigationOf } from "./navigation";

interface LayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ accountId: string }>;
}

/** The layout of an account. Navigation shows what the viewer can access; each page checks access itself. */
export default async function AccountLayout({ children, params }: LayoutProps) {
  const frame = await frameOf(params.then(({ accountId }) => accountId));
  if (frame === null) return children;
  const { actor, account, accounts, navigation, staff, unread, follows, twoFactorDue, now } = frame;
  const { look } = actor;
  const person = look?.looker ?? actor;
  const base = `/a/${account.id}`;
  return (
    <AppFrame
      brand={await currentBrand()}
      navigation={navigation}
      accounts={{ currentId: account.id, title: account.name, ...accounts }}
      homeHref={staff ? "/staff" : base}
      user={{
        person: { name: person.name, email: person.email },
        theme: readTheme((await cookies()).get(themeCookie)?.value),
        signOutAction,
        children: staff && <MenuLink href="/staff">{t("Staff console")}</MenuLink>,
      }}
      bell={unread === null ? undefined : { href: `${base}/notifications`, unread }}
      live={
        follows
          ? { address: `/api/live/${account.id}`, unread: `/api/v1/accounts/${account.id}/notifications/unread` }
          : undefined
      }
      searchEndpoint={`/api/v1/accounts/${account.id}/search`}
      banner={
        <>
          {look && (
            <LookBanner
              name={actor.name}
              endsAt={look.endsAt}
              now={now}
              format={actor}
              leave={leaving(base, account.id)}
            />
          )}
          {actor.isStaff && (
            <AccountBanner
              kind="acting"
              accountName={account.name}
              actions={
                <ButtonLink href={`${base}/staff-visit`} size="sm">
                  {t("Your access")}
                </ButtonLink>
              }
            />
          )}
          {twoFactorDue && !account.closed && (
            <AccountBanner
              kind="two-factor"
              actions={
                <ButtonLink href="/profile/security#two-factor" size="sm">
                  {t("Set up two-factor sign-in")}
                </ButtonLink>
              }
            >
              {rich("Set it up before {date}, or you lose access to this account until you do.", {
                date: <DateTime value={iso(twoFactorDue)} style="dateTime" format={actor} />,
              })}
            </AccountBanner>
          )}
          {account.closed && <AccountBanner kind="closed" />}
        </>
      }
    >
      {children}
    </AppFrame>
  );
}

/** Null if the page answers by itself: not signed in, no such account, no access. */
async function frameOf(accountId: Promise<string>) {
  try {
    return await sharedRequest().join(callerIn(accountId.then(knownForm)), async ({ execute, scope }) => {
      const { account } = scope;
      if (account === null) return null;
      const [list, news] = await Promise.all([
        mayExecute(scope.viewer, listAccounts) ? execute(listAccounts, {}) : null,
        mayExecute(scope.viewer, countUnread) ? execute(countUnread, {}) : null,
      ]);
      return {
        unread: news?.unread ?? null,
        now: scope.now,
        follows: scope.actor.look === undefined && mayFollow(scope.viewer),
        actor: scope.actor,
        account,
        // Who looks as somebody else has their own to set up.
        twoFactorDue: scope.actor.look === undefined ? soonDue(scope.viewer) : null,
        navigation: navigationOf(`/a/${account.id}`, (...operations) => mayExecute(scope.viewer, ...operations)),
        staff: mayExecute(scope.viewer, findAccounts),
        // Who looks as somebody else stays on that person's account.
        accounts: list === null ? { accounts: [] } : accountChoices(list),
      };
    });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** From when the viewer has no access without two-factor sign-in, which they haven't set up; null if they have, or it is past. */
function soonDue({ subject: { contactId, gates, now } }: Viewer): Date | null {
  const { twoFactorDue } = gates;
  return contactId !== null && twoFactorDue !== null && twoFactorDue > now ? twoFactorDue : null;
}

/** Back to the page of the person, as oneself. */
const leaving = (base: string, accountId: string) => ({
  send: submit.bind(null, endLook.name, accountId, `${base}/people/{contactId}`),
  limits: fieldLimits(endLook.input),
});

function knownForm(accountId: string): string {
  if (!id.safeParse(accountId).success) throw notFound();
  return accountId;
}
