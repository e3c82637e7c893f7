"use client";

import { useEffect, useRef, useState } from "react";
import { t } from "@/lib/platform/language/t";
import { DraftSaver, type Standing } from "./draft-saver";

export type DraftKeeperProps = {
  url: string;
  /** The fields of the form around it that make up the draft. */
  fields: readonly string[];
  /** Of the draft that the form was filled with; 0 if there was none. */
  version: number;
};

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
    return new DraftSaver(form, { url, fields, first, report: setStanding }).listen();
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
