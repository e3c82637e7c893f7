import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";
import { t } from "@/lib/platform/language/t";

export type Crumb = { label: string; href: string };

export type PageHeaderProps = {
  title: ReactNode;
  /** Next to the title: a badge or status. */
  mark?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The parent pages, topmost first. */
  breadcrumb?: Crumb[];
};

/** The header of every page: where it is, its title, and its actions. */
export function PageHeader({ title, mark, description, actions, breadcrumb = [] }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-col gap-1">
      {breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-[1_1_18rem]">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-lg font-semibold tracking-tight wrap-anywhere text-ink">{title}</h1>
            {mark}
          </div>
          {description && <div className="mt-0.5 max-w-prose text-ink-soft">{description}</div>}
        </div>
        {actions && (
          // On a phone they wrap, and what one came for stands first.
          <div className="flex flex-wrap items-center gap-2 max-sm:[&>.button-primary]:-order-1">{actions}</div>
        )}
      </div>
    </header>
  );
}

function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label={t("Breadcrumb")}>
      <ol className="flex flex-wrap items-center gap-1 text-sm text-ink-soft">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex min-w-0 items-center gap-1">
            <PageLink
              href={crumb.href}
              className="max-w-56 truncate rounded-sm py-0.5 hover:text-ink hover:underline pointer-coarse:-my-2.5 pointer-coarse:py-3"
            >
              {crumb.label}
            </PageLink>
            {index < crumbs.length - 1 && <Icon name="chevron-right" className="size-3.5 text-ink-faint" />}
          </li>
        ))}
      </ol>
    </nav>
  );
}
