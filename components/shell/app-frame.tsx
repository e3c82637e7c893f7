import type { ReactNode } from "react";
import { AccountSwitcher, type AccountSwitcherProps } from "@/components/shell/account-switcher";
import { AreasPanel } from "@/components/shell/areas-panel";
import { Bell, type BellProps } from "@/components/shell/bell";
import { BottomBar } from "@/components/shell/bottom-bar";
import { BrandLogo } from "@/components/shell/brand-logo";
import { CommandButton } from "@/components/shell/command-button";
import { LiveConnection, type LiveConnectionProps } from "@/components/shell/live/live-connection";
import { LogoMark } from "@/components/shell/logo";
import type { NavGroup } from "@/components/shell/navigation";
import { SkipLink } from "@/components/shell/skip-link";
import { StaffStrip } from "@/components/shell/staff-strip";
import { UserMenu, type UserMenuProps } from "@/components/shell/user-menu";
import { Drawn } from "@/components/ui/drawn";
import { PageLink } from "@/components/ui/page-link";
import type { Brand } from "@/lib/platform/kernel/brand";
import { t } from "@/lib/platform/language/t";

export type AppFrameProps = {
  brand: Brand;
  navigation: NavGroup[];
  /** The current account and the others; in the staff console leave it out and set a `title`. */
  accounts?: AccountSwitcherProps;
  title?: string;
  homeHref?: string;
  user: UserMenuProps;
  /** The notifications, and where changes are told; neither on pages outside of accounts and console. */
  bell?: BellProps | undefined;
  live?: LiveConnectionProps | undefined;
  /** URL of the search, `/api/v1/accounts/{id}/search`. The pages come from the navigation. */
  searchEndpoint?: string;
  /** `<AccountBanner>`s: closed, suspended, staff access. */
  banner?: ReactNode;
  /**
   * Set in the staff console: the strip that distinguishes it from a customer's portal, with the staff roles in words.
   */
  staff?: { roles: string };
  children: ReactNode;
};

/** The frame around every page behind sign-in: bar, navigation, content. */
export function AppFrame(props: AppFrameProps) {
  const { brand, navigation, accounts, title, homeHref = "/", user, searchEndpoint, banner, staff, children } = props;
  const { bell, live } = props;
  return (
    <div className="app-frame">
      <SkipLink />
      {staff && <StaffStrip roles={staff.roles} />}
      <header className="sticky top-0 z-30 flex h-12 items-center gap-1.5 border-b border-line bg-canvas px-2 sm:px-3">
        <Drawn className="contents">
          <PageLink
            href={homeHref}
            aria-label={t("Home")}
            className="grid h-8 min-w-8 shrink-0 place-items-center rounded-md pointer-coarse:h-11 pointer-coarse:min-w-11"
          >
            {brand.logo ? (
              <BrandLogo logo={brand.logo} alt="" className="h-7 max-w-24 sm:max-w-40" />
            ) : (
              <LogoMark brand={brand} />
            )}
          </PageLink>
          <span aria-hidden="true" className="h-5 w-px shrink-0 rotate-12 bg-line-strong" />
          {accounts ? <AccountSwitcher {...accounts} /> : <p className="truncate px-1.5 font-medium">{title}</p>}
        </Drawn>
        <div className="ms-auto flex items-center gap-2">
          <CommandButton endpoint={searchEndpoint} groups={navigation} />
          {bell && <Bell {...bell} />}
          <UserMenu {...user} />
        </div>
      </header>
      <div className="flex flex-1 flex-col lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
        <div>
          <AreasPanel groups={navigation} />
        </div>
        <div className="flex min-w-0 flex-1 flex-col bg-surface lg:border-s lg:border-line">
          {banner}
          <main
            id="main"
            tabIndex={-1}
            className="w-full max-w-304 flex-1 px-4 pt-5 pb-24 outline-none sm:px-6 lg:px-8 lg:pb-12"
          >
            {children}
          </main>
        </div>
      </div>
      <BottomBar groups={navigation} bell={bell} />
      {live && <LiveConnection {...live} />}
    </div>
  );
}
