import { Search } from "lucide-react";
import { useMemo, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { findEntries } from "./find-entries.js";
import { paletteEntries } from "./palette-entries.js";
import { PALETTE_GROUPS, type PaletteEntry, type PaletteGroup } from "./palette-entry.js";
import { paletteShown } from "./palette-state.js";
import "./palette.css";

const close = () => paletteShown.set(false);

/** Everything that can be done or gone to, found by a few letters: arrows choose, Enter does it, Escape closes. */
export function Palette() {
  const isOpen = useObservable(paletteShown);
  return (
    <ModalOverlay className="dialog-backdrop palette-backdrop" isOpen={isOpen} onOpenChange={(open) => !open && close()} isDismissable>
      <Modal className="palette">
        <Dialog className="palette-body" aria-label="Command palette">
          <PaletteSearch />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteSearch() {
  const runtime = useRuntime();
  const [typed, setTyped] = useState("");
  // As things were when it opened: what it lists does not move under the hand.
  const entries = useMemo(() => paletteEntries(runtime), [runtime]);
  const found = useMemo(() => findEntries(entries, typed), [entries, typed]);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className="menu-search palette-search" aria-label="Search commands, strips, inserts and plugins" autoFocus>
        <Search size={16} aria-hidden="true" />
        <Input placeholder="Search commands, strips, inserts, plugins" />
      </SearchField>
      <Menu aria-label="Found" className="menu" renderEmptyState={() => <p className="menu-empty">Nothing fits “{typed}”. Try fewer letters, a strip's name or a plugin's.</p>}>
        {typed.trim() === "" ? (Object.keys(PALETTE_GROUPS) as PaletteGroup[]).map((group) => <Group key={group} group={group} entries={found.filter((entry) => entry.group === group)} />) : found.map(entryItem)}
      </Menu>
    </Autocomplete>
  );
}

function Group({ group, entries }: { readonly group: PaletteGroup; readonly entries: readonly PaletteEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <MenuSection className="menu-section">
      <Header className="menu-title">{PALETTE_GROUPS[group]}</Header>
      {entries.map(entryItem)}
    </MenuSection>
  );
}

function entryItem({ id, label, detail, color, keys, run }: PaletteEntry) {
  return (
    <MenuItem
      key={id}
      id={id}
      className="menu-item palette-item"
      textValue={label}
      onAction={() => {
        close();
        // Once the palette has given the focus back, so that what is done keeps it.
        setTimeout(run);
      }}
    >
      {color !== undefined && <span className="menu-swatch" style={{ background: color }} />}
      <span className="menu-label">
        {label}
        {detail !== undefined && <span className="palette-detail">{detail}</span>}
      </span>
      {keys !== undefined && <kbd className="menu-shortcut">{keys}</kbd>}
    </MenuItem>
  );
}
