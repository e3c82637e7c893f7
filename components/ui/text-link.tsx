import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

/** A link in running text: underlined, so that it doesn't rely on colour. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link prefetch={false} className={cx("text-link", className)} {...rest} />;
}
