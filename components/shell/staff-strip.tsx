import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

/** Distinguishes the staff console from a customer's portal at a glance. */
export function StaffStrip({ roles }: { roles: string }) {
  return (
    <aside
      aria-label={t("Staff console")}
      className="flex h-7 items-center gap-2 bg-strip px-3 text-sm text-on-strip sm:px-4"
    >
      <Icon name="shield-check" className="size-3.5" />
      <strong className="font-semibold">{t("Staff console")}</strong>
      <span className="truncate">{roles}</span>
    </aside>
  );
}
