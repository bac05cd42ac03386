import { Search } from "lucide-react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { SearchField } from "react-aria-components/SearchField";
import { MenuList } from "./MenuList.js";
import type { MenuRequest } from "./menu-request.js";

interface SearchableMenuProps {
  readonly request: MenuRequest;
  /** What the field is for. */
  readonly search: string;
  readonly onClose: () => void;
}

/** A menu with a field over it: what is typed narrows the list, arrows and Enter choose from it. */
export function SearchableMenu({ request, search, onClose }: SearchableMenuProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  return (
    <Autocomplete filter={contains}>
      <SearchField className="menu-search" aria-label={search} autoFocus>
        <Search size={13} aria-hidden="true" />
        <Input placeholder={search} />
      </SearchField>
      <MenuList request={request} onClose={onClose} searched />
    </Autocomplete>
  );
}
