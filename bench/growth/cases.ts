import { z } from "zod";
import { operations } from "@/lib/http/registry";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import type { OperationTests } from "@/tests/operations/arrangement";

/** Whose account is read, or staff over all of them. */
export type Place = "ordinary" | "big" | "crowded" | "staff";

export interface Case {
  readonly operation: string;
  readonly by: "owner" | "staff";
  readonly place: Place;
  /** Laid over the sample input. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** Every query, except files, by the one who may, with the sample's input and once with each of its filters. */
export function casesOf(samples: OperationTests): Case[] {
  return operations
    .filter(({ kind, http }) => kind === "query" && http.file === undefined)
    .flatMap((operation) => {
      const cells = (samples[operation.name]?.may ?? "").trim().split(/\s+/);
      const by = cells[0] === "+" ? "owner" : "staff";
      const places: Place[] = operation.scope === "staff" ? ["staff"] : ["ordinary", "big", "crowded"];
      const inputs = [{}, ...filtersOf(operation)].map((input) => ({ ...periodOf(operation), ...input }));
      return places.flatMap((place) =>
        inputs.map((input) => ({ operation: operation.name, by, place, input }) as const),
      );
    });
}

/**
 * A statement or report over a period is as long as what happened in it, so a large account's is compared over one day:
 * what came before must not count.
 */
function periodOf({ input }: AnyOperation): Case["input"] {
  const asked = propertiesOf(input);
  return "from" in asked && !("page" in asked) ? { from: new Date().toISOString().slice(0, 10) } : {};
}

/** Of currencies and countries two or three say as much as all. */
const MOST_OF_A_FILTER = 7;

interface Property {
  readonly enum?: readonly string[];
  readonly type?: string;
}

/** Found in many names; in many tickets; in a few numbers of the large account; nowhere. */
const SEARCHES = ["an", "invoice", "g1-1234", "no such thing"];

/** Each value of each filter on its own, and searches. */
function filtersOf({ input }: AnyOperation): Case["input"][] {
  return Object.entries(propertiesOf(input)).flatMap(([name, property]): Case["input"][] => {
    if (name === "sort" || name === "direction") return [];
    if (name === "q") return SEARCHES.map((q) => ({ q }));
    if (property.type === "boolean") return [{ [name]: true }, { [name]: false }];
    return (property.enum ?? []).slice(0, MOST_OF_A_FILTER).map((value) => ({ [name]: value }));
  });
}

function propertiesOf(input: AnyOperation["input"]): Record<string, Property> {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, Property>;
  };
  return schema.properties ?? {};
}
