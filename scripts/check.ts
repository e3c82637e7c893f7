import { generateClient } from "./portal/generate-client";
import { runCommand } from "./process/run-command";
import { checkSuites } from "./suites/check-suites";
import { closingLine, total } from "./suites/suite-result";

/** `npm run check`: types, lint, layers, unused code and unit tests; what to run before every commit. */
await runCommand(
  async (shutdown) => {
    await generateClient(shutdown);
    const sum = total(await checkSuites(shutdown));
    console.log(closingLine(sum));
    process.exitCode = sum.failed > 0 ? 1 : 0;
  },
  { interrupted: 130 },
);
