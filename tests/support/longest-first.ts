import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take a minute or more: begun last, they would leave the other core without work at the end. */
const long = ['/tests/sync/', '/routing/model/', '/routing/live']

/** Vitest's own order, but for what takes long, which comes first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((part) => moduleId.includes(part))
      return place < 0 ? long.length : place
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
