// The first file of a thread that judges cases for a batch.
import { workerData } from 'node:worker_threads';
import type { ServeSetting } from '../batch/serve.js';
import { serve } from '../batch/serve.js';
import { nodeHost } from '../node-host.js';
import { answerAll } from '../node-threads.js';

answerAll(serve(workerData as ServeSetting, nodeHost(process)));
