import { Signpost, X } from "lucide-react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { ErrorBoundary } from "../../app/ErrorBoundary.js";
import { IconButton } from "../../app/IconButton.js";
import { useObservable } from "../../state/observable.js";
import { MixCheck } from "../check/MixCheck.js";
import { GainStaging } from "../gain/GainStaging.js";
import { GuideBar } from "../guide/GuideBar.js";
import { guide, leaveGuide, startGuide } from "../guide/guide-state.js";
import { Leveling } from "../level/Leveling.js";
import { EqForSpace } from "../space/EqForSpace.js";
import { mixPanel, type MixStep, showInMixPanel, toggleMixPanel } from "./mix-panel-state.js";
import { Practice } from "../practice/Practice.js";
import { MixSplitter } from "./MixSplitter.js";
import "./mix-panel.css";

const TABS: readonly { readonly id: MixStep; readonly title: string; readonly Content: () => React.ReactNode }[] = [
  { id: "gain", title: "Gain staging", Content: GainStaging },
  { id: "level", title: "Leveling", Content: Leveling },
  { id: "space", title: "EQ for space", Content: EqForSpace },
  { id: "check", title: "Mix check", Content: MixCheck },
  { id: "practice", title: "Practice", Content: Practice },
];

/** Tabs that are numbered: the others belong to no step. */
const STEPS = 3;

/** The steps of a mix, measured: one tab a step, beside the strips that they speak of. */
export function MixPanel() {
  const { step, width } = useObservable(mixPanel);
  const isGuided = useObservable(guide) !== undefined;
  return (
    <>
      <MixSplitter />
      <aside className="mix-panel" aria-label="Mix" style={{ width }}>
        <Tabs className="mix-tabs" selectedKey={step} onSelectionChange={(key) => showInMixPanel({ step: key as MixStep })}>
          <header className="mix-header">
            <TabList className="mix-tab-list" aria-label="Steps of the mix">
              {TABS.map(({ id, title }, index) => (
                <Tab key={id} id={id} className="mix-tab">
                  {index < STEPS && (
                    <span className="mix-tab-number" aria-hidden="true">
                      {index + 1}
                    </span>
                  )}
                  {title}
                </Tab>
              ))}
            </TabList>
            <IconButton label="Guide through the steps" icon={Signpost} pressed={isGuided} onClick={() => (isGuided ? leaveGuide() : startGuide())} />
            <IconButton label="Close the mix panel" icon={X} onClick={toggleMixPanel} />
          </header>
          {TABS.map(({ id, title, Content }) => (
            <TabPanel key={id} id={id} className="mix-tab-panel">
              <ErrorBoundary what={title}>
                <Content />
              </ErrorBoundary>
            </TabPanel>
          ))}
          {isGuided && <GuideBar />}
        </Tabs>
      </aside>
    </>
  );
}
