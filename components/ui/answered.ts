import { unstable_rethrow } from "next/navigation";
import type { FormAction, FormSubmit } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/**
 * The same action, with a form error instead of an exception: the network is down, the portal was updated
 * or is overloaded. React would otherwise replace the form and everything typed into it with an error page.
 */
export function answered(action: FormAction): FormSubmit {
  const send = typeof action === "function" ? action : action.send;
  // On the server the action itself, so that the form works without JavaScript.
  if (typeof window === "undefined") return send;
  return async (previous, form) => {
    try {
      return await send(previous, form);
    } catch (error) {
      // React treats a redirect as an error too.
      unstable_rethrow(error);
      return { status: "invalid", message: sentenceOf(error), fields: {}, values: typedIn(form) };
    }
  };
}

const unexpected = () => t("Something went wrong on our side. Your input has been kept. Try again in a moment.");

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return unexpected();
  if (error.name === "UnrecognizedActionError") {
    return t(
      "The portal was updated since you opened this page. Copy your input, reload the page and submit it again.",
    );
  }
  if (error instanceof TypeError) {
    return t("Couldn't reach the portal. Your input has been kept. Check your connection and try again.");
  }
  const isOfTheServer = "digest" in error || /^An unexpected response/.test(error.message);
  return isOfTheServer ? unexpected() : error.message;
}

function typedIn(form: FormData): Record<string, string | string[]> {
  const names = [...new Set(form.keys())].filter((name) => !/^\$|password|secret|token$/i.test(name));
  return Object.fromEntries(
    names.map((name) => {
      const texts = form.getAll(name).filter((value) => typeof value === "string");
      return [name, texts.length === 1 ? (texts[0] ?? "") : texts];
    }),
  );
}
