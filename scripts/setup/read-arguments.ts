import { parseArgs } from "node:util";
import { CommandError } from "../process/command-error";

export interface SetupArguments {
  readonly email: string | undefined;
  readonly name: string | undefined;
  /** The seller; none or all of the first three. */
  readonly company: string | undefined;
  readonly address: string | undefined;
  readonly country: string | undefined;
  readonly vatId: string | undefined;
  readonly passwordStdin: boolean;
  readonly link: boolean;
  readonly replaceSecret: boolean;
}

const usage = `Usage: npm run setup
       npm run setup -- --email ana@host.example --name "Ana Lopez" [--password-stdin]
                        [--company "Host Ltd" --address "1 Main Street; Dublin 2" --country IE [--vat-id IE6388047V]]
       npm run setup -- --link             prints a link to the setup page instead
       npm run setup -- --replace-secret   after PORTAL_SECRET was changed on purpose`;

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

/** @throws CommandError with the usage */
export function readSetupArguments(args: string[]): SetupArguments {
  const { "vat-id": vatId, "password-stdin": passwordStdin, "replace-secret": replaceSecret, ...given } = parse(args);
  const { email, name, company, address, country, link } = given;
  return {
    email,
    name,
    company,
    address: address?.replace(/\s*;\s*/g, "\n"),
    country,
    vatId,
    passwordStdin,
    link,
    replaceSecret,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        ...{ email: text, name: text, company: text, address: text, country: text, "vat-id": text },
        ...{ "password-stdin": flag, link: flag, "replace-secret": flag },
      },
    }).values;
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`);
  }
}
