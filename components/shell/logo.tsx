import { BrandLogo } from "@/components/shell/brand-logo";
import { cx } from "@/components/ui/cx";
import type { Brand } from "@/lib/platform/kernel/brand";
import { initialOf } from "@/lib/platform/kernel/initial-of";

/** The company by its logo, or by a mark and its name. */
export function Logo({ brand }: { brand: Brand }) {
  if (brand.logo !== null) return <BrandLogo logo={brand.logo} alt={brand.name} className="h-10 max-w-64" />;
  return (
    <span className="inline-flex items-center gap-2">
      <LogoMark brand={brand} />
      <span className="text-md font-semibold tracking-tight text-ink">{brand.name}</span>
    </span>
  );
}

/** The company where there is no room for its name: its first letter, or the portal's own emblem. */
export function LogoMark({ brand, className = "size-6" }: { brand: Brand; className?: string }) {
  if (!brand.isOwn) return <Emblem className={className} />;
  return (
    <span aria-hidden="true" className={cx("initial", className)}>
      {initialOf(brand.name)}
    </span>
  );
}

/** An arched gate with its portcullis. */
function Emblem({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path d="M3 30V15a13 13 0 0 1 26 0v15z" className="fill-accent" />
      <path
        d="M9.4 8.2h2.2v15.9l-1.1 2.9-1.1-2.9zM14.9 5.5h2.2v18.6L16 27l-1.1-2.9zM20.4 8.2h2.2v15.9l-1.1 2.9-1.1-2.9z"
        className="fill-on-accent"
      />
      <path d="M6 12.2h20v2.2H6zM6 18.6h20v2.2H6z" className="fill-on-accent" />
    </svg>
  );
}
