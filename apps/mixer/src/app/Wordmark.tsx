/** The product's mark and name. */
export function Wordmark() {
  return (
    <h1 className="wordmark">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <path d="M5.5 2v18M16.5 2v18" stroke="var(--hr-text-3)" strokeWidth="1.8" strokeLinecap="round" />
        <rect x="2" y="11.5" width="7" height="4" rx="1.6" fill="var(--hr-accent)" />
        <rect x="13" y="5.5" width="7" height="4" rx="1.6" fill="var(--hr-accent)" />
      </svg>
      <span>Headroom</span>
    </h1>
  );
}
