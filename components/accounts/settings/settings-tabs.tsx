import { Tabs } from "@/components/ui/tabs";
import type { Permission } from "@/lib/policy/permissions";

/** The tabs of an account's settings, each with the permission it requires. */
export const settingsViews = [
  { path: "", label: "Profile", permission: "settings.profile.view" },
  { path: "/notices", label: "Notifications", permission: "settings.notices.view" },
  { path: "/areas", label: "Areas", permission: "settings.areas.change" },
  { path: "/close", label: "Close account", permission: "account.close" },
] as const satisfies readonly { path: string; label: string; permission: Permission }[];

export type SettingsView = (typeof settingsViews)[number]["path"];

export type SettingsTabsProps = {
  base: string;
  active: SettingsView;
  can: (permission: Permission) => boolean;
};

/** The settings tabs this viewer may open. */
export function SettingsTabs({ base, active, can }: SettingsTabsProps) {
  const tabs = settingsViews
    .filter(({ permission }) => can(permission))
    .map(({ path, label }) => ({ label, href: `${base}/settings${path}`, active: path === active }));
  return <Tabs label="Settings" tabs={tabs} />;
}
