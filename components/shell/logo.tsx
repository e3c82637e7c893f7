/** The logo: an arched gate with its portcullis. */
export function LogoMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path d="M3 30V15a13 13 0 0 1 26 0v15z" className="fill-accent" />
      <path
        d="M9.4 8.2h2.2v15.9l-1.1 2.9-1.1-2.9zM14.9 5.5h2.2v18.6L16 27l-1.1-2.9zM20.4 8.2h2.2v15.9l-1.1 2.9-1.1-2.9z"
        className="fill-on-accent"
      />
      <path d="M6 12.2h20v2.2H6zM6 18.6h20v2.2H6z" className="fill-on-accent" />
    </svg>
  );
}

export function Logo({ name = "Portcullis" }: { name?: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <LogoMark />
      <span className="text-md font-semibold tracking-tight text-ink">{name}</span>
    </span>
  );
}
