import { AutoRefresh } from "@/components/ui/auto-refresh";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

interface LookBannerProps {
  readonly name: string;
  readonly endsAt: Date;
  readonly now: Date;
  readonly format: ViewerFormat;
  readonly leave: FormAction;
}

/** Stays in view on every page while somebody looks as another person, and goes by itself when the look is over. */
export function LookBanner({ name, endsAt, now, format, leave }: LookBannerProps) {
  return (
    <aside
      aria-label={t("You're viewing the portal as {name}.", { name })}
      className="sticky top-12 z-20 flex flex-wrap items-center gap-x-3 gap-y-1.5 bg-strip px-4 py-2 text-on-strip sm:px-6 lg:px-8"
    >
      <Icon name="eye" />
      <p className="min-w-0 flex-[1_1_14rem]">
        <strong className="font-semibold">{t("You're viewing the portal as {name}.", { name })}</strong>{" "}
        {rich("Read-only until {time}.", { time: <DateTime value={endsAt} style="time" format={format} /> })}{" "}
        <span className="max-sm:hidden">
          {t("You see what both of you may see; secrets and personal things stay hidden.")}
        </span>
      </p>
      <OperationForm
        action={leave}
        label={t("Leave the view")}
        submitLabel={t("Leave the view")}
        pendingLabel={t("Leaving…")}
        submitVariant="secondary"
      />
      <AutoRefresh everyMs={Math.max(1000, endsAt.getTime() - now.getTime() + 1000)} times={1} />
    </aside>
  );
}
