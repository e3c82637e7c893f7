import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { cx } from "@/components/ui/cx";
import type { Brand } from "@/lib/platform/kernel/brand";

export type PublicFrameProps = {
  title: string;
  description?: ReactNode;
  /** Below the card: "No account yet? …". */
  footer?: ReactNode;
  brand: Brand;
  size?: "normal" | "wide";
  children: ReactNode;
};

/** Pages outside an account: sign-in, invitations, password reset. One card below the logo. */
export function PublicFrame({ title, description, footer, brand, size = "normal", children }: PublicFrameProps) {
  return (
    <div className="relative isolate flex min-h-dvh flex-col items-center px-4 pt-32 pb-10 sm:pt-36">
      {!brand.isOwn && <Gate />}
      <header>
        <Logo brand={brand} />
      </header>
      <main
        id="main"
        className={cx(
          "mt-6 w-full rounded-xl border border-line bg-surface p-6 sm:p-8",
          size === "wide" ? "max-w-2xl" : "max-w-sm",
        )}
      >
        <h1 className="text-lg font-semibold tracking-tight text-ink">{title}</h1>
        {description && <div className="mt-1 text-ink-soft">{description}</div>}
        <div className="mt-5">{children}</div>
      </main>
      {footer && <footer className="mt-5 text-center text-ink-soft">{footer}</footer>}
    </div>
  );
}

/** The portal's own decoration across the top of the page. */
function Gate() {
  return (
    <svg aria-hidden="true" className="absolute inset-x-0 top-0 -z-10 h-28 w-full text-line-strong">
      <defs>
        <pattern id="gate" width="56" height="112" patternUnits="userSpaceOnUse" x="50%">
          <path d="M25.5 0h5v94L28 106l-2.5-12zM0 22h56v4H0zM0 66h56v4H0z" fill="currentColor" />
        </pattern>
        <linearGradient id="gate-fade" x2="0" y2="1">
          <stop offset="0" stopColor="#fff" stopOpacity="0.25" />
          <stop offset="1" stopColor="#fff" stopOpacity="0.8" />
        </linearGradient>
        <mask id="gate-mask">
          <rect width="100%" height="100%" fill="url(#gate-fade)" />
        </mask>
      </defs>
      <rect width="100%" height="100%" fill="url(#gate)" mask="url(#gate-mask)" />
    </svg>
  );
}
