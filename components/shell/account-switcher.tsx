import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { MenuGroup } from "@/components/ui/menu-group";
import { MenuLink } from "@/components/ui/menu-link";
import { t } from "@/lib/platform/language/t";

export type AccountChoice = {
  id: string;
  name: string;
  /** The viewer's roles there, or its status: "Support", "Closed". */
  detail?: string;
  href: string;
};

export type AccountSwitcherProps = {
  currentId?: string;
  /** The first of them, if there are many. */
  accounts: AccountChoice[];
  /** Where all of them are listed, if there are more. */
  allHref?: string;
  /** What it says where the current account is none of them. */
  title?: string;
};

/** The current account, with a switch to the others. Only a name if there are no others. */
export function AccountSwitcher({ currentId, accounts, allHref, title }: AccountSwitcherProps) {
  const current = accounts.find((account) => account.id === currentId);
  const name = current?.name ?? title ?? t("Choose an account");
  const face = (
    <>
      <Avatar name={name} size="sm" shape="account" />
      <span className="min-w-0 truncate font-medium text-ink">{name}</span>
    </>
  );
  if (!allHref && accounts.every(({ id }) => id === currentId))
    return <div className="flex min-w-0 items-center gap-2 px-1.5">{face}</div>;
  return (
    <Menu
      id="account-switcher"
      label={t("Account: {name}. Switch account", { name })}
      triggerClassName="flex h-8 min-w-0 items-center gap-2 rounded-md px-1.5 hover:bg-hover pointer-coarse:h-11"
      trigger={
        <>
          {face}
          <Icon name="chevrons-up-down" className="size-3.5 text-ink-faint" />
        </>
      }
    >
      <MenuGroup label={t("Accounts")}>
        {accounts.map((account) => (
          <MenuLink key={account.id} href={account.href} current={account.id === currentId}>
            <Avatar name={account.name} size="sm" shape="account" />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{account.name}</span>
              {account.detail && <span className="block truncate text-sm text-ink-soft">{account.detail}</span>}
            </span>
            {account.id === currentId && <Icon name="check" className="text-accent-text" />}
          </MenuLink>
        ))}
        {allHref && <MenuLink href={allHref}>{t("All accounts")}</MenuLink>}
      </MenuGroup>
    </Menu>
  );
}
