"use client";

import { useEffect, useRef, useState } from "react";
import { t } from "@/lib/platform/language/t";

type Standing = "idle" | "saved" | "offline" | "changed";

const WAIT_MS = 800;
const RETRY_MS = 5_000;

type Props = { url: string; version: number };

/**
 * Saves the minutes in the form around it as they are typed, one request at a time, and keeps the form's own version in step.
 * Without it the form's button saves them.
 */
export function MinuteKeeper({ url, version }: Props) {
  const place = useRef<HTMLInputElement>(null);
  const [standing, setStanding] = useState<Standing>("idle");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form is kept as it was rendered first
  useEffect(() => {
    const field = place.current;
    return field?.form ? keep(field, field.form, { url, version, report: setStanding }) : undefined;
  }, []);
  const words = {
    idle: "",
    saved: t("Saved."),
    offline: t("Not saved. Trying again…"),
    changed: t("Someone else has changed these minutes. Copy your text, then reload the page."),
  };
  return (
    <>
      <input ref={place} type="hidden" name="version" defaultValue={version} />
      <span role="status" className="text-sm text-ink-soft">
        {words[standing]}
      </span>
    </>
  );
}

interface Kept {
  readonly url: string;
  readonly version: number;
  readonly report: (standing: Standing) => void;
}

/** Returns a function that saves what is left and stops. */
function keep(field: HTMLInputElement, form: HTMLFormElement, { url, version: first, report }: Kept): () => void {
  let version = first;
  let timer = 0;
  let dirty = false;
  let saving = false;
  let stopped = false;
  const plan = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), ms);
  };
  async function save(): Promise<void> {
    if (!dirty || saving || stopped) return;
    dirty = false;
    saving = true;
    const answer = await put(url, String(new FormData(form).get("minutes") ?? ""), version);
    saving = false;
    if (typeof answer === "number") {
      version = answer;
      field.value = String(answer);
    } else if (answer === "offline") dirty = true;
    else stopped = true;
    report(typeof answer === "number" ? "saved" : answer);
    if (dirty && !stopped) plan(answer === "offline" ? RETRY_MS : WAIT_MS);
  }
  const ends = new AbortController();
  form.addEventListener(
    "input",
    () => {
      dirty = true;
      plan(WAIT_MS);
    },
    { signal: ends.signal },
  );
  document.addEventListener("visibilitychange", () => document.hidden && void save(), { signal: ends.signal });
  return () => {
    void save();
    window.clearTimeout(timer);
    ends.abort();
  };
}

/** The new version, or why there is none. */
async function put(url: string, minutes: string, version: number): Promise<number | "changed" | "offline"> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "PUT", headers, body: JSON.stringify({ minutes, version }) });
    if (response.ok) return ((await response.json()) as { version: number }).version;
    return response.status >= 500 || response.status === 429 ? "offline" : "changed";
  } catch {
    return "offline";
  }
}
