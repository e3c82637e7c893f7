"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { useForm } from "@/components/ui/form-context";
import { t } from "@/lib/platform/language/t";

/** The recovery codes that a form has just answered with, in the place of its fields. This is the only time they are shown. */
export function RecoveryCodes({ done }: { done: string }) {
  const { state } = useForm();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "done") box.current?.focus();
  }, [state]);
  if (state.status !== "done") return null;
  const codes = codesIn(state.result);
  return (
    <div className="flex flex-col gap-4">
      <div ref={box} tabIndex={-1} role="status" className="rounded-lg">
        <Callout kind="success" title={done}>
          {codes &&
            t("Keep these recovery codes in a safe place. Each signs you in once if you lose your phone or passkey.")}
        </Callout>
      </div>
      {codes && <CodeList codes={codes} />}
      <div>
        <ButtonLink href="/profile/security" variant="primary">
          {codes ? t("I have kept the codes") : t("Done")}
        </ButtonLink>
      </div>
    </div>
  );
}

function CodeList({ codes }: { codes: string[] }) {
  const text = `${codes.join("\n")}\n`;
  return (
    <div className="flex flex-col gap-3">
      <ol className="grid gap-x-6 gap-y-1.5 rounded-lg border border-line-strong bg-sunken p-3.5 font-mono text-ink sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="text-sm text-ink-soft">{t("They won't be shown again.")}</p>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton value={text} variant="secondary" size="md">
          {t("Copy")}
        </CopyButton>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="recovery-codes.txt"
          className={buttonClass("secondary")}
        >
          {t("Download")}
        </a>
        <span className="needs-script">
          <Button onClick={() => window.print()}>{t("Print")}</Button>
        </span>
      </div>
    </div>
  );
}

function codesIn(result: unknown): string[] | null {
  if (typeof result !== "object" || result === null || !("recoveryCodes" in result)) return null;
  return Array.isArray(result.recoveryCodes) ? result.recoveryCodes : null;
}
