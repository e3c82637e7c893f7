import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

type Props = {
  title: string;
  closeHref: string;
  /** Shows the attendance, or hides it. */
  attendanceHref: string;
  atHand: boolean;
  /** Whoever looks as somebody else keeps the banner that says so, and with it the portal's frame. */
  looking: boolean;
  children: ReactNode;
};

/** The whole screen for one task: the portal's own bars are out of sight and out of the tab order. */
export const CalmFrame = ({ title, closeHref, attendanceHref, atHand, looking, children }: Props) => (
  <div className={cx(!looking && "calm")}>
    <div className="flex items-center gap-2 border-b border-line py-2">
      <ButtonLink href={closeHref} variant="ghost" icon={<Icon name="x" />}>
        {t("Close")}
      </ButtonLink>
      <h1 className="min-w-0 flex-1 truncate text-center text-sm font-medium text-ink-soft">
        {t("Minutes: {title}", { title })}
      </h1>
      <ButtonLink href={attendanceHref} variant="ghost" scroll={false} icon={<Icon name="users-round" />}>
        {atHand ? t("Hide attendance") : t("Attendance")}
      </ButtonLink>
    </div>
    <div className="mx-auto w-full max-w-3xl pt-5 pb-10">{children}</div>
  </div>
);
