import fc from 'fast-check'

/**
 * Property tests try the same cases in every run, so that what fails is what was changed. `PROPERTY_SEED=…` tries others:
 * `PROPERTY_SEED=$RANDOM npm test` now and then finds what these do not.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) })
