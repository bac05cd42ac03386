import { FAULT_GROUPS, type Fault } from "./fault.js";
import { hostFaults } from "./host-faults.js";
import { PLUGIN_FAULTS } from "./plugin-faults.js";

const NONE: readonly Fault[] = hostFaults(0);
const LATE = PLUGIN_FAULTS.length + NONE.findIndex(({ id }) => id === "late") + 1;

/** All faults, as the faulty plugin numbers them from 1 on. The page and the tests are made from this list. */
export const FAULTS: readonly Fault[] = [...PLUGIN_FAULTS, ...hostFaults(LATE)];

/** The number of a fault for the faulty plugin. */
export const faultNumber = (fault: Fault): number => FAULTS.indexOf(fault) + 1;

/** The list in the order in which people see it. */
export const FAULTS_BY_GROUP = FAULT_GROUPS.map((group) => ({ group, faults: FAULTS.filter((fault) => fault.group === group) }));
