import { NavList } from "@/components/shell/nav-list";
import { AREAS_PANEL, type NavGroup } from "@/components/shell/navigation";
import { t } from "@/lib/platform/language/t";

/** All areas: a column beside the page, and on a phone a drawer that the bottom bar opens without a script. */
export function AreasPanel({ groups }: { groups: NavGroup[] }) {
  return (
    <div id={AREAS_PANEL} popover="auto" className="areas-panel">
      <div aria-hidden="true" className="mx-auto mt-2 h-1 w-9 rounded-full bg-line-strong lg:hidden" />
      <div className="p-3 max-lg:pb-6">
        <NavList label={t("Areas")} groups={groups} />
      </div>
    </div>
  );
}
