import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { t } from "@/lib/platform/language/t";

/** Asks which ticket another is merged into. A GET form: the preview has an address. */
export function MergeTarget({ into }: { into?: string }) {
  return (
    <form method="get" className="mb-4 flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 sm:max-w-48">
        <label htmlFor="merge-into" className="mb-1.5 block text-sm font-medium text-ink">
          {t("Number of the ticket that stays")}
        </label>
        <input
          id="merge-into"
          name="into"
          inputMode="numeric"
          pattern="#?[0-9]{1,9}"
          required
          defaultValue={into}
          autoComplete="off"
          className={cx(controlClass, "h-8 px-2.5 pointer-coarse:h-11")}
        />
      </div>
      <Button type="submit">{t("Preview@@merge")}</Button>
    </form>
  );
}
