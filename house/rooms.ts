/** The architecture as one ordered list: a room imports only earlier rooms, by their door. */
export const rooms = [
  "core",
  "contract",
  "platform",
  "merchants",
  "promises",
  "clocks",
  "ledger",
  "offers",
  "orders",
  "treasury",
  "notices",
  "conversations",
  "claims",
  "complaints",
  "campaigns",
  "contingency",
  "privacy",
  "insight",
  "app",
] as const;

/** The same law inside `core`, which is too large for one room and too close for several. */
export const coreRooms = ["money", "calendar", "page", "policy", "settlement", "letter"] as const;

/** And inside the policy language: a text is read, compiled, decided, told, proven, shown. */
export const policyFolders = [
  "read",
  "compile",
  "decide",
  "tell",
  "prove",
  "terms",
  "explain",
  "diff",
  "vectors",
] as const;

/** The web applications: clients that may know the shapes and the rules, never the server. */
export const webApplications = ["console", "portal"] as const;

/** The web workspaces: what the applications share, and they; they never know each other. */
export const webRooms = ["web", ...webApplications] as const;
