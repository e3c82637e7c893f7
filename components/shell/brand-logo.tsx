import { cx } from "@/components/ui/cx";
import type { BrandLogo as LogoPicture } from "@/lib/platform/kernel/brand";

/** The uploaded logo, on a plate in the theme in which it couldn't be seen. */
export function BrandLogo({ logo, alt, className }: { logo: LogoPicture; alt: string; className: string }) {
  const plate = logo.plateOn && (logo.plateOn === "dark" ? "logo-plate-dark" : "logo-plate-light");
  return (
    // biome-ignore lint/performance/noImgElement: already in the size it is shown in
    <img
      src={logo.href}
      width={logo.width}
      height={logo.height}
      alt={alt}
      className={cx("w-auto object-contain", plate, className)}
    />
  );
}
