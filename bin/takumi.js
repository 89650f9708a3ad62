#!/usr/bin/env node
import { ensureBuild } from './ensure-build.js';

await ensureBuild();
// React checks every element unless told otherwise before it is loaded: pages would take three times as long.
process.env.NODE_ENV ??= 'production';
const { runTakumi } = await import('../build/server/takumi.js');
process.exitCode = await runTakumi(process.argv.slice(2));
