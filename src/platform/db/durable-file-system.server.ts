import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Stream = { readonly nfd: number };
type EmscriptenOptions = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts'];

/**
 * PGlite's folder on a real disk. Emscripten's NODEFS leaves out fsync, so PostgreSQL's commits would rest in the
 * operating system's cache; with it a confirmed write survives a power failure (docs/decisions/0001).
 */
export class DurableFileSystem extends NodeFS {
  override async init(pglite: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const prepared = await super.init(pglite, options);
    const preRun = [prepared.emscriptenOpts.preRun ?? []].flat();
    const addFsync = (module: { NODEFS: { stream_ops: Record<string, unknown> } }) => {
      module.NODEFS.stream_ops['fsync'] = (stream: Stream) => {
        fsyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...prepared.emscriptenOpts, preRun: [...preRun, addFsync] as never } };
  }
}
