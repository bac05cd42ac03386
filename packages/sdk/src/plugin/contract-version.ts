/**
 * Version of the plugin contract that this SDK states. It is raised when a plugin written for the older version would
 * not run as before; a host runs plugins of its own version and older ones.
 */
export const CONTRACT_VERSION = 1;
