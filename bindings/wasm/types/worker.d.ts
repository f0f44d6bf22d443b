import type { BatchOptions, BatchResult, ModuleSource } from './index.js';

/** How far a check has come. */
export interface Progress {
  /** Bytes that have been checked. */
  bytes: number;
  /** Bytes in all, where that is known. */
  total: number | null;
  /** Lines that have been checked. */
  lines: number;
}

/** How a worker checks. */
export interface WorkerOptions extends BatchOptions {
  /** Called after each part of the input. */
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Ends the check, and the worker with it. */
  signal?: AbortSignal | undefined;
  /** Where the worker starts the module from, unless from beside its own file. */
  wasm?: Extract<ModuleSource, string | BufferSource | WebAssembly.Module> | undefined;
  /** The same of what asks the rules that the profile has of its own; fetched where it has some. */
  localRulesWasm?: Extract<ModuleSource, string | BufferSource | WebAssembly.Module> | undefined;
}

/** `checkNdjson` in a worker of its own, which ends with it. */
export declare function checkNdjsonInWorker(
  source: string | Uint8Array | Blob,
  options?: WorkerOptions,
): Promise<BatchResult>;
