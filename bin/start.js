#!/usr/bin/env node
import { ensureBuild } from './ensure-build.js';

// The first start of a fresh clone: the demonstration office goes into an empty database, then the desk opens.
await ensureBuild();
// React checks every element unless told otherwise before it is loaded: pages would take three times as long.
process.env.NODE_ENV ??= 'production';
const { runTakumi } = await import('../build/server/takumi.js');
process.exitCode = await runTakumi(['serve', '--demo-if-empty', ...process.argv.slice(2)]);
