import { Tabs } from "@/components/ui/tabs";
import { t } from "@/lib/platform/language/t";

type Props = { base: string; at: "list" | "calendar" | "types"; mayEditTypes: boolean };

export const MeetingsTabs = ({ base, at, mayEditTypes }: Props) => (
  <Tabs
    label={t("Meetings")}
    tabs={[
      { label: t("List@@view"), href: `${base}/meetings`, active: at === "list" },
      { label: t("Calendar"), href: `${base}/meetings/calendar`, active: at === "calendar" },
      ...(mayEditTypes ? [{ label: t("Meeting types"), href: `${base}/meetings/types`, active: at === "types" }] : []),
    ]}
  />
);
