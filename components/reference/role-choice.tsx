import { cx } from "@/components/ui/cx";
import { PageLink } from "@/components/ui/page-link";
import { t } from "@/lib/platform/language/t";
import { type Role, roleKeys, roles } from "@/lib/policy/roles";

/** Selects the role shown on narrow screens. */
export function RoleChoice({ chosen }: { chosen: Role }) {
  return (
    <nav aria-label={t("Role")} className="my-4 lg:hidden">
      <p className="mb-1.5 text-sm font-medium text-ink">{t("Role")}</p>
      <ul className="flex flex-wrap gap-1.5">
        {roleKeys.map((role) => (
          <li key={role}>
            <PageLink
              href={`/reference/permissions?role=${role}`}
              scroll={false}
              aria-current={role === chosen ? "true" : undefined}
              className={cx(
                "flex h-10 items-center rounded-md border px-3 text-sm",
                role === chosen
                  ? "border-accent bg-accent-soft font-medium text-accent-text"
                  : "border-line-strong text-ink-soft hover:text-ink",
              )}
            >
              {t(roles[role].name)}
            </PageLink>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-soft">{t(roles[chosen].title)}</p>
    </nav>
  );
}
