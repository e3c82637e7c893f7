/** What a compiler of Prisma's makes of a request, as JSON: its values are parameters, so requests alike have one plan. */
interface Compiler {
  compile(request: string): unknown;
}

interface Runtime {
  readonly QueryCompiler: new (...options: never[]) => Compiler;
}

/** Limits on the number and length of requests whose plans are kept. */
const MOST = 200;
const LONGEST = 8_000;

/**
 * Prisma keeps the plans of its requests except for `createMany`, and compiling one takes longer than all else of it
 * (decision 0217). Ours are mostly one row, or a few, and of few kinds. The generated client takes its compiler from
 * here: see `lightenClient`.
 */
export function keepPlans<From extends Runtime>(runtime: From): From {
  return { ...runtime, QueryCompiler: keeping(runtime.QueryCompiler) };
}

function keeping(QueryCompiler: Runtime["QueryCompiler"]): Runtime["QueryCompiler"] {
  return class extends QueryCompiler {
    readonly #plans = new Map<string, unknown>();

    override compile(request: string): unknown {
      if (request.length > LONGEST || !/^\{"modelName":"\w+","action":"createMany/.test(request))
        return super.compile(request);
      const plan = this.#plans.get(request) ?? super.compile(request);
      // The one used last stays longest.
      this.#plans.delete(request);
      this.#plans.set(request, plan);
      if (this.#plans.size > MOST) this.#plans.delete(this.#plans.keys().next().value as string);
      return plan;
    }
  };
}
