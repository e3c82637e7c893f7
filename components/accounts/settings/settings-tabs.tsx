import { Tabs } from "@/components/ui/tabs";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/** The tabs of an account's settings. */
export const settingsViews = [
  { path: "", label: msg("Profile") },
  { path: "/notices", label: msg("Notifications") },
  { path: "/areas", label: msg("Areas") },
  { path: "/staff-access", label: msg("Staff access") },
  { path: "/close", label: msg("Close account") },
] as const;

export type SettingsView = (typeof settingsViews)[number]["path"];

export type SettingsTabsProps = {
  base: string;
  active: SettingsView;
  /** Whether the viewer has a view. */
  opens: (path: SettingsView) => boolean;
};

/** The settings tabs this viewer may open. */
export function SettingsTabs({ base, active, opens }: SettingsTabsProps) {
  const tabs = settingsViews
    .filter(({ path }) => opens(path))
    .map(({ path, label }) => ({ label: t(label), href: `${base}/settings${path}`, active: path === active }));
  return <Tabs label={t("Settings")} tabs={tabs} />;
}
