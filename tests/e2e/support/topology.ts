import type { Topology } from '../../support/desk.ts'

/** Set by the projects of playwright.config.ts: the same specs run on one process and on a cluster. */
export interface TopologyOption {
  readonly topology: Topology
}
