import { Tabs } from "@/components/ui/tabs";

/** The tabs of an account's settings. */
export const settingsViews = [
  { path: "", label: "Profile" },
  { path: "/notices", label: "Notifications" },
  { path: "/areas", label: "Areas" },
  { path: "/close", label: "Close account" },
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
    .map(({ path, label }) => ({ label, href: `${base}/settings${path}`, active: path === active }));
  return <Tabs label="Settings" tabs={tabs} />;
}
