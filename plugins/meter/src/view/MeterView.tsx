import { useParameter, type ViewProps } from "@headroom/ui";
import type { MeterParams, MeterReadouts } from "../params.js";
import { targetOf } from "../targets.js";
import { HeadBar } from "./HeadBar.js";
import { LevelPanel } from "./LevelPanel.js";
import { LoudnessPanel } from "./LoudnessPanel.js";
import { StereoPanel } from "./StereoPanel.js";
import { METER_STYLES } from "./styles.js";
import { useObserved } from "./useObserved.js";
import { VuPanel } from "./VuPanel.js";

/** Levels, loudness against a target, the stereo image, VU. */
export function MeterView({ host }: ViewProps<MeterParams, MeterReadouts>) {
  const { params } = host;
  useParameter(params.target);
  useParameter(params.customTarget);
  useObserved(host.readouts);
  const target = targetOf(params.target.get(), params.customTarget.get());
  return (
    <div className="meter-view">
      <style href="headroom-meter" precedence="default">
        {METER_STYLES}
      </style>
      <div className="meter-layout">
        <HeadBar host={host} target={target} />
        <LevelPanel host={host} />
        <LoudnessPanel host={host} target={target} />
        <StereoPanel host={host} />
        <VuPanel host={host} />
      </div>
    </div>
  );
}
