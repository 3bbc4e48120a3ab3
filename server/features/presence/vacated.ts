import type { ActorId } from '#shared/contract/ids.ts'

/** The agent whose own channel this is. */
export const agentOfChannel = (channel: string) => /^private-agent-(.+)$/.exec(channel)?.[1] as ActorId | undefined
