import fc from 'fast-check';
import process from 'node:process';

/**
 * Properties try the same values in each run, so that a proof says the same of the same code. To look further:
 * `PROPERTY_SEED=random npm test`; what fails prints its seed.
 */
const { PROPERTY_SEED: asked = '20261123' } = process.env;
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });

export default fc;
