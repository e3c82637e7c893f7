import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Avatar } from "@/components/ui/avatar";
import { Drawn } from "@/components/ui/drawn";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import { MenuGroup } from "@/components/ui/menu-group";
import { MenuLink } from "@/components/ui/menu-link";
import type { Theme } from "@/lib/platform/kernel/theme";
import { t } from "@/lib/platform/language/t";

export type UserMenuProps = {
  person: { name: string; email: string };
  theme: Theme;
  profileHref?: string;
  /** A server action, or the URL to post to. */
  signOutAction: string | ((data: FormData) => void | Promise<void>);
  /** Further entries, such as the link to the staff console: `<MenuLink>`s. */
  children?: ReactNode;
};

/** The signed-in person and their own pages. */
export function UserMenu({ person, theme, profileHref = "/profile", signOutAction, children }: UserMenuProps) {
  return (
    <Menu
      id="user-menu"
      label={t("User menu: {name}", { name: person.name })}
      align="end"
      trigger={<Avatar name={person.name} />}
      triggerClassName="rounded-full hover:brightness-95 pointer-coarse:p-1.5"
      panelClassName="w-64"
    >
      <Drawn className="contents">
        <div className="px-2 pt-1.5 pb-2">
          <p className="truncate font-medium text-ink">{person.name}</p>
          <p className="truncate text-sm text-ink-soft">{person.email}</p>
        </div>
        <MenuGroup>
          <MenuLink href={profileHref} icon={<Icon name="user-round" />}>
            {t("Profile and security")}
          </MenuLink>
          {children}
        </MenuGroup>
      </Drawn>
      <MenuGroup>
        <ThemeSwitch theme={theme} />
      </MenuGroup>
      <MenuGroup>
        <form action={signOutAction} method={typeof signOutAction === "string" ? "post" : undefined}>
          <MenuButton icon={<Icon name="log-out" />}>{t("Sign out")}</MenuButton>
        </form>
      </MenuGroup>
    </Menu>
  );
}
