import type { ParameterSpecs, ReadoutSpecs } from "@headroom/sdk";
import type { ParameterHandle, ViewHost } from "@headroom/sdk/view";
import { useMemo } from "react";
import { ChoiceMenu } from "../controls/ChoiceMenu.js";
import { Knob } from "../controls/Knob.js";
import { ToggleButton } from "../controls/ToggleButton.js";

export interface GenericViewProps {
  readonly host: ViewHost<ParameterSpecs, ReadoutSpecs>;
}

/** Controls for any plugin, drawn from its parameters alone and grouped as they are. */
export function GenericView({ host }: GenericViewProps) {
  const groups = useMemo(() => groupParameters(Object.values(host.params)), [host]);
  return (
    <div className="hr-generic">
      {groups.map(([group, handles]) => (
        <section key={group} className="hr-group" aria-label={group === "" ? undefined : group}>
          {group !== "" && <h3>{group}</h3>}
          <div className="hr-group-controls">
            {handles.map((handle) => (
              <ParameterControl key={handle.id} handle={handle} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** The control that fits a parameter's kind. */
export function ParameterControl({ handle }: { readonly handle: ParameterHandle }) {
  switch (handle.spec.kind) {
    case "toggle":
      return <ToggleButton handle={handle} />;
    case "choice":
      return <ChoiceMenu handle={handle} />;
    default:
      return <Knob handle={handle} />;
  }
}

/** Shown parameters by their group, in the order of statement. */
export function groupParameters(handles: readonly ParameterHandle[]): [string, ParameterHandle[]][] {
  const groups = new Map<string, ParameterHandle[]>();
  for (const handle of handles) {
    // The host has a switch of its own for bypass.
    if (handle.spec.hidden === true || (handle.spec.kind === "toggle" && handle.spec.bypass)) continue;
    const group = handle.spec.group ?? "";
    groups.set(group, [...(groups.get(group) ?? []), handle]);
  }
  return [...groups];
}
