import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";
import { TextLink } from "@/components/ui/text-link";
import { toneText } from "@/components/ui/tone";
import type { Need } from "./need";

/** What needs attention, most urgent first, each with a link. */
export function NeedsList({ needs }: { needs: Need[] }) {
  return (
    <ul>
      {needs.map(({ key, icon, tone, title, detail, href, items = [] }) => (
        <li
          key={key}
          className="relative flex gap-3.5 border-b border-line px-4 py-3.5 last:border-0 has-[.need-link:hover]:bg-sunken"
        >
          <Icon name={icon} className={cx("mt-0.5 size-5", toneText[tone])} />
          <div className="min-w-0 flex-1">
            <PageLink
              href={href}
              className="need-link font-medium wrap-anywhere text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              {title}
            </PageLink>
            {detail && <p className="mt-0.5 text-ink-soft">{detail}</p>}
            {items.length > 0 && (
              <ul className="mt-1 flex flex-col items-start gap-0.5">
                {items.map((item) => (
                  <li key={item.href} className="relative z-1 max-w-full truncate py-0.5">
                    <TextLink href={item.href}>{item.label}</TextLink>
                  </li>
                ))}
              </ul>
            )}
          </div>
          <Icon name="chevron-right" className="mt-0.5 text-ink-faint" />
        </li>
      ))}
    </ul>
  );
}
