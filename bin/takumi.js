#!/usr/bin/env node
import { ensureBuild } from './ensure-build.js';

await ensureBuild();
const { runTakumi } = await import('../build/server/takumi.js');
process.exitCode = await runTakumi(process.argv.slice(2));
