"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Spinner } from "@/components/ui/spinner";
import { t } from "@/lib/platform/language/t";

export type FilterBarProps = {
  /** The page's own path, without its query. */
  action: string;
  /** Parameters to keep, such as the sort order. */
  keep?: Record<string, string | undefined>;
  /** Set while a filter is active: the URL without filters. */
  resetHref?: string;
  label?: string;
  /** The children include the sort controls; otherwise the order in the URL is kept. */
  sorts?: boolean;
  children: ReactNode;
};

/**
 * Filters of a list as a GET form: the URL holds them, so they can be shared and work without JavaScript. With it, a
 * choice applies immediately and typing is debounced.
 */
export function FilterBar({
  action,
  keep = {},
  resetHref,
  label = t("Filter"),
  sorts = false,
  children,
}: FilterBarProps) {
  const router = useRouter();
  const current = useSearchParams();
  const order = sorts ? {} : { sort: current.get("sort"), direction: current.get("direction") };
  const [pending, startTransition] = useTransition();
  const [live, setLive] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    setLive(true);
    // Whoever has left the list meanwhile would be taken back to it.
    return () => clearTimeout(rest.current);
  }, []);

  function apply(form: HTMLFormElement) {
    clearTimeout(rest.current);
    const search = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value !== "") search.append(name, String(value));
    const query = search.toString();
    startTransition(() => router.replace(query ? `${action}?${query}` : action, { scroll: false }));
  }

  function changed(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const typing = event.target instanceof HTMLInputElement && /^(text|search)$/.test(event.target.type);
    clearTimeout(rest.current);
    if (typing) rest.current = setTimeout(() => apply(form), 300);
    else apply(form);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <search> around the form would add a box to the layout
    <form
      role="search"
      aria-label={label}
      action={action}
      onInput={changed}
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
      className="mb-3 flex flex-wrap items-center gap-2"
    >
      {Object.entries({ ...order, ...keep }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      {resetHref && (
        <ButtonLink href={resetHref} variant="ghost" scroll={false}>
          {t("Clear")}
        </ButtonLink>
      )}
      {!live && <Button type="submit">{t("Apply")}</Button>}
      {pending && <Spinner className="size-4 text-ink-faint" />}
    </form>
  );
}
