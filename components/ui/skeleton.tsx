import { cx } from "@/components/ui/cx";

/** Where something will be. Give it the size of what it stands for. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx("block animate-pulse rounded-md bg-hover", className)} />;
}
