import { env } from "@/lib/platform/config/env";
import { brandStore } from "@/lib/platform/db/brand-store";
import type { Brand, BrandLogo } from "@/lib/platform/kernel/brand";
import { initialOf } from "@/lib/platform/kernel/initial-of";
import { darkAccentFor } from "./contrast";
import { iconFile, logoFile, themeFile } from "./files";

/** The brand as its pages need it, and what mails need besides. */
export interface KnownBrand extends Brand {
  /** The display name that mails are sent with; null for the one in MAIL_FROM. */
  readonly mailSender: string | null;
  readonly mailFooter: string | null;
  readonly logoHash: string | null;
}

interface BrandRow {
  readonly name: string | null;
  readonly accent: string | null;
  readonly accentDark: string | null;
  readonly mailSender: string | null;
  readonly mailFooter: string | null;
  readonly hash: string | null;
  readonly width: number;
  readonly height: number;
  readonly onLight: boolean;
  readonly onDark: boolean;
  readonly hasIcon: boolean;
}

/** The portal's own colours, as in app/styles/tokens.css. */
const own = { accent: "#005b70", accentDark: "#63c1d6" };

export async function readBrand(): Promise<KnownBrand> {
  const { rows } = await brandStore().query<BrandRow>(
    `select b."name", b."accent", b."accentDark", b."mailSender", b."mailFooter",
       l."hash", l."width", l."height", l."onLight", l."onDark", l."icon" is not null as "hasIcon"
     from "Brand" b left join "BrandLogo" l on l."hash" = b."logoHash"`,
  );
  return toBrand(rows[0]);
}

/** The brand of a portal for which nobody has chosen one. */
export const defaultBrand = (): KnownBrand => toBrand(undefined);

function toBrand(row: BrandRow | undefined): KnownBrand {
  const { COMPANY_NAME } = env();
  const name = row?.name ?? COMPANY_NAME;
  const isOwn = name !== PRODUCT || Boolean(row?.hash);
  const accent = row?.accent ?? own.accent;
  const accentDark = row?.accentDark ?? (row?.accent ? darkAccentFor(row.accent) : own.accentDark);
  return {
    name,
    isOwn,
    accent,
    accentDark,
    themeHref: row?.accent || row?.accentDark ? themeFile(accent, accentDark) : null,
    iconHref: iconOf(row, isOwn, accent, initialOf(name)),
    logo: row?.hash ? toLogo({ ...row, hash: row.hash }) : null,
    mailSender: row?.mailSender ?? row?.name ?? null,
    mailFooter: row?.mailFooter ?? null,
    logoHash: row?.hash ?? null,
  };
}

const PRODUCT = "Portcullis";

function iconOf(row: BrandRow | undefined, isOwn: boolean, accent: string, initial: string): string {
  if (row?.hash && row.hasIcon) return logoFile("icon", row.hash);
  return isOwn ? iconFile(accent, initial) : "/logo.svg";
}

type LogoRow = Pick<BrandRow, "width" | "height" | "onLight" | "onDark"> & { readonly hash: string };

export const toLogo = ({ hash, width, height, onLight, onDark }: LogoRow): BrandLogo => ({
  href: logoFile("logo", hash),
  width,
  height,
  plateOn: onLight ? (onDark ? null : "dark") : "light",
});
