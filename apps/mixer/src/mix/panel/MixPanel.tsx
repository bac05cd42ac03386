import { X } from "lucide-react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { ErrorBoundary } from "../../app/ErrorBoundary.js";
import { IconButton } from "../../app/IconButton.js";
import { useObservable } from "../../state/observable.js";
import { LiveLedger } from "../ledger/LiveLedger.js";
import { mixPanel, type MixStep, showInMixPanel, toggleMixPanel } from "./mix-panel-state.js";
import { Practice } from "../practice/Practice.js";
import { MixSplitter } from "./MixSplitter.js";
import "./mix-panel.css";

const TABS: readonly { readonly id: MixStep; readonly title: string; readonly Content: () => React.ReactNode }[] = [
  { id: "gain", title: "Gain staging", Content: LiveLedger },
  { id: "practice", title: "Practice", Content: Practice },
];

/** Tabs that are numbered: the others belong to no step. */
const STEPS = 1;

/** The steps of a mix, measured: one tab a step, beside the strips that they speak of. */
export function MixPanel() {
  const { step, width } = useObservable(mixPanel);
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
            <IconButton label="Close the mix panel" icon={X} onClick={toggleMixPanel} />
          </header>
          {TABS.map(({ id, title, Content }) => (
            <TabPanel key={id} id={id} className="mix-tab-panel">
              <ErrorBoundary what={title}>
                <Content />
              </ErrorBoundary>
            </TabPanel>
          ))}
        </Tabs>
      </aside>
    </>
  );
}
