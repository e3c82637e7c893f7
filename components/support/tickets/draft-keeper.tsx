"use client";

import { useEffect, useRef, useState } from "react";
import { t } from "@/lib/platform/language/t";

export type DraftKeeperProps = {
  url: string;
  /** The fields of the form around it that make up the draft. */
  fields: readonly string[];
  /** Of the draft that the form was filled with; 0 if there was none. */
  version: number;
};

type Standing = "idle" | "saved" | "offline" | "changed";

const WAIT_MS = 800;
const RETRY_MS = 5_000;

/**
 * Saves the form around it as it is typed, one request at a time, and says so. What couldn't be saved is tried again; a
 * draft that was changed elsewhere is left alone.
 */
export function DraftKeeper({ url, fields, version: first }: DraftKeeperProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [standing, setStanding] = useState<Standing>("idle");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form is kept as it was rendered first
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    return keep(form, { url, fields, first, report: setStanding });
  }, []);
  const words = { idle: "", saved: t("Draft saved"), offline: t("Draft not saved. Trying again…"), changed: "" };
  return (
    <span ref={place} role="status" className="ms-auto">
      {standing === "changed"
        ? t("This draft was changed or sent elsewhere. Reload the page to see it.")
        : words[standing]}
    </span>
  );
}

type Kept = {
  url: string;
  fields: readonly string[];
  first: number;
  report: (standing: Standing) => void;
};

/** Returns a function that stops. */
function keep(form: HTMLFormElement, { url, fields, first, report }: Kept): () => void {
  let version = first;
  let timer: number | undefined;
  let saving = false;
  let dirty = false;
  let stopped = false;
  /** Counts what was sent; whether a draft was on its way meanwhile, and may have arrived after it. */
  let round = 0;
  let overlaps = false;

  const discard = (of: number) =>
    void put(url, { ...Object.fromEntries(fields.map((name) => [name, ""])), version: of });
  const plan = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), ms);
  };
  const save = async () => {
    if (saving || !dirty || stopped) return;
    saving = true;
    dirty = false;
    const mine = round;
    const data = new FormData(form);
    const typed = Object.fromEntries(fields.map((name) => [name, String(data.get(name) ?? "")]));
    const answer = await put(url, { ...typed, version });
    saving = false;
    if (round !== mine) return typeof answer === "number" ? discard(answer) : undefined;
    if (stopped) return;
    if (answer === "changed") {
      stopped = true;
      return report("changed");
    }
    if (answer === "offline") {
      dirty = true;
      plan(RETRY_MS);
      return report("offline");
    }
    version = answer;
    report(version === 0 ? "idle" : "saved");
    if (dirty) plan(WAIT_MS);
  };
  const onInput = () => {
    dirty = true;
    plan(WAIT_MS);
  };
  // Sent, or taken over by the page's own refresh: what is typed next is a draft of its own.
  const onReset = () => {
    window.clearTimeout(timer);
    if (overlaps && !saving && version > 0) discard(version);
    round += 1;
    overlaps = false;
    version = 0;
    dirty = false;
    stopped = false;
    report("idle");
  };
  const onSubmit = (event: SubmitEvent) => {
    const isPreview = (event.submitter as HTMLButtonElement | null)?.name === "preview";
    if (!isPreview) {
      window.clearTimeout(timer);
      dirty = false;
      overlaps = saving;
    }
  };
  const onHide = () => document.visibilityState === "hidden" && void save();

  form.addEventListener("input", onInput);
  form.addEventListener("reset", onReset);
  form.addEventListener("submit", onSubmit);
  document.addEventListener("visibilitychange", onHide);
  return () => {
    void save();
    stopped = true;
    window.clearTimeout(timer);
    form.removeEventListener("input", onInput);
    form.removeEventListener("reset", onReset);
    form.removeEventListener("submit", onSubmit);
    document.removeEventListener("visibilitychange", onHide);
  };
}

/** The new version, or why there is none. */
async function put(url: string, body: object): Promise<number | "changed" | "offline"> {
  try {
    const response = await fetch(url, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      // Also while the page is being left.
      keepalive: true,
    });
    if (response.ok) return ((await response.json()) as { version: number }).version;
    return response.status >= 500 || response.status === 429 ? "offline" : "changed";
  } catch {
    return "offline";
  }
}
