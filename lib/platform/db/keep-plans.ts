import { isDeepStrictEqual } from "node:util";

/** What a compiler of Prisma's makes of a request, as JSON: its values are parameters, so requests alike have one plan. */
interface Compiler {
  compile(request: string): unknown;
  free(): void;
}

/** The schema and the kind of database. */
type Options = object;

interface Runtime {
  readonly QueryCompiler: new (options: Options) => Compiler;
}

/** Limits on the number and length of requests whose plans are kept. */
const MOST = 1_000;
const MOST_OF_MANY = 200;
const LONGEST = 8_000;

/**
 * The clients of a process, of which each can have connections of its own, have one compiler and one set of plans: Prisma
 * makes them anew for each. It also compiles each `createMany` anew, which takes longer than all else of it (decision
 * 0217); ours are mostly one row, or a few, and of few kinds. The generated client takes its compiler from here: see
 * `lightenClient`.
 */
export function keepPlans<From extends Runtime>(runtime: From): From {
  return { ...runtime, QueryCompiler: keeping(runtime.QueryCompiler) };
}

function keeping(QueryCompiler: Runtime["QueryCompiler"]): Runtime["QueryCompiler"] {
  class Keeping extends QueryCompiler {
    readonly #plans = new Plans(MOST);
    readonly #plansOfMany = new Plans(MOST_OF_MANY);

    override compile(request: string): unknown {
      if (request.length > LONGEST) return super.compile(request);
      const isOfMany = /^\{"modelName":"\w+","action":"createMany/.test(request);
      return (isOfMany ? this.#plansOfMany : this.#plans).of(request, () => super.compile(request));
    }

    /** Stays for the other clients, and for the next one. */
    override free(): void {}
  }

  const known: { readonly options: Options; readonly compiler: Compiler }[] = [];
  return new Proxy(Keeping, {
    construct(Class, [options]: [Options]) {
      const same = known.find((one) => isDeepStrictEqual(one.options, options));
      if (same) return same.compiler;
      const compiler = new Class(options);
      known.push({ options, compiler });
      return compiler;
    },
  });
}

/** The plans used last. */
class Plans {
  readonly #most: number;
  readonly #plans = new Map<string, unknown>();

  constructor(most: number) {
    this.#most = most;
  }

  of(request: string, compile: () => unknown): unknown {
    const plan = this.#plans.get(request) ?? compile();
    this.#plans.delete(request);
    this.#plans.set(request, plan);
    if (this.#plans.size > this.#most) this.#plans.delete(this.#plans.keys().next().value as string);
    return plan;
  }
}
