export { EXAMPLE_ACCOUNTS, ExampleDeskPlayer } from './player.js';
export { exampleDeskScript } from './script.js';
export { FORECASTERS } from './forecasters.js';
export { TOPICS } from './topics/index.js';
export type * from './types.js';
