import { type Params, withParams } from "@/components/ui/with-params";
import { languageParameter, languages } from "@/lib/platform/language/languages";
import { t } from "@/lib/platform/language/t";

/** The same page in the other languages, each named in its own. The proxy answers the link and sets the cookie. */
export function LanguageLinks({ current, href, search = {} }: { current: string; href: string; search?: Params }) {
  return (
    <nav aria-label={t("Language")} className="flex justify-center gap-4">
      {languages
        .filter(({ code }) => code !== current)
        .map(({ code, name }) => (
          <a
            key={code}
            href={withParams(href, search, { [languageParameter]: code })}
            lang={code}
            hrefLang={code}
            className="tap text-ink-soft underline underline-offset-3 hover:text-ink"
          >
            {name}
          </a>
        ))}
    </nav>
  );
}
