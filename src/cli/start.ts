// The first file of the tool as it is shipped: the real world in, an exit code out.
import { main } from './main.js';
import { nodeHost } from './node-host.js';

process.exitCode = await main(nodeHost(process));
