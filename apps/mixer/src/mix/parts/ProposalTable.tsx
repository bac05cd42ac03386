import type { ReactNode } from "react";
import { useSession } from "../../session/use-session.js";

export interface ProposalRow {
  readonly strip: string;
  /** One text for each of the heads. */
  readonly cells: readonly ReactNode[];
  /** Why this one ends elsewhere than asked. */
  readonly note?: string | undefined;
}

interface ProposalTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly ProposalRow[];
  /** Strips that are left as they are. */
  readonly refused: ReadonlySet<string>;
  readonly onRefuse: (refused: ReadonlySet<string>) => void;
}

/** What is proposed, strip by strip; each can be refused. */
export function ProposalTable({ label, heads, rows, refused, onRefuse }: ProposalTableProps) {
  const strips = useSession((session) => session.strips);
  const toggle = (strip: string) => {
    const next = new Set(refused);
    if (!next.delete(strip)) next.add(strip);
    onRefuse(next);
  };
  return (
    <table className="mix-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Strip</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ strip, cells, note }) => (
          <tr key={strip} style={{ "--strip-color": strips[strip]?.color }} data-refused={refused.has(strip) || undefined}>
            <th scope="row">
              <label>
                <input type="checkbox" checked={!refused.has(strip)} onChange={() => toggle(strip)} aria-label={`Take over for ${strips[strip]?.name ?? strip}`} />
                {strips[strip]?.name}
              </label>
            </th>
            {cells.map((cell, index) => (
              <td key={heads[index]}>{cell}</td>
            ))}
            <td className="mix-note">{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value before and after. */
export function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <span className="before-after">
      <span>{before}</span>
      <i aria-hidden="true">→</i>
      <span className="hr-hidden">to</span>
      <b>{after}</b>
    </span>
  );
}
