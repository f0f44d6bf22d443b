import type { BatchOptions, BatchResult, ModuleSource } from './index.js';

export interface Progress {
  /** Bytes that have been checked. */
  bytes: number;
  /** Bytes in all, where that is known. */
  total: number | null;
  /** Lines that have been checked. */
  lines: number;
}

export interface WorkerOptions extends BatchOptions {
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Where the worker starts the module from, unless from beside its own file. */
  wasm?: Extract<ModuleSource, string | BufferSource | WebAssembly.Module> | undefined;
}

/** `checkNdjson` in a worker of its own, which ends with it. */
export declare function checkNdjsonInWorker(
  source: string | Uint8Array | Blob,
  options?: WorkerOptions,
): Promise<BatchResult>;
