import { cx } from "@/components/ui/cx";
import type { IconName } from "@/components/ui/icon-names";
import sprite from "@/components/ui/icons.svg";

export type IconProps = {
  name: IconName;
  className?: string;
  /** What it says where no text does; without it the icon is hidden from screen readers. */
  label?: string;
};

/** An icon of the sprite, a file that the browser keeps: no page repeats a drawing. */
export function Icon({ name, className, label }: IconProps) {
  const meaning = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": "true" } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden
    <svg {...meaning} className={cx("icon", className)}>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}
