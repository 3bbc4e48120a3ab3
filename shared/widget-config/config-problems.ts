import { frameDefaults } from './differences.ts'
import { readFrameConfig } from './frame-config.ts'

/** What is wrong with a configuration, one sentence without its dot each; also what names no setting. @param given JSON text or an object */
export function configProblems(given: unknown): string[] {
  const { problems } = readFrameConfig(given)
  const unknown = Object.keys(objectOf(given)).filter((key) => !Object.hasOwn(frameDefaults, key))
  return [...unknown.map((key) => `${key.slice(0, 40)} is no setting`), ...problems]
}

function objectOf(given: unknown): object {
  try {
    return Object(typeof given === 'string' ? JSON.parse(given) : given)
  } catch {
    return {}
  }
}
