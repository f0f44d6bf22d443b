// A WebAssembly module of the package: started, called, and started anew after a trap.

import { PanelError } from './error.js';

/** What is begun anew after a trap, and refuses calls before and after. `how` tells whoever calls what to do; the glue may come later. */
export function part(how, glue) {
  const refusals = {
    new: {
      code: 'not_ready',
      message: `found a module that has not been started, expected a call of ${how} first`,
    },
    trapped: {
      code: 'internal',
      message: `the module failed earlier, and nothing it held can be used; call ${how} to start anew`,
    },
  };
  let state = 'new';
  let starting;
  let startFirst = () => {};
  let generation = 0;

  /** What the module is started from may be missing, or be something else. */
  function notStarted(cause) {
    const message = `the module could not be started from what ${how} was given or found`;
    return new PanelError({ code: 'not_ready', message }, { cause });
  }

  function restart() {
    glue.__wbg_reset_state();
    generation += 1;
    state = 'ready';
  }

  return {
    /** The glue, before the part is started. */
    use(given) {
      glue ??= given;
    },
    get ready() {
      return state === 'ready';
    },
    /** Whether it has been started, now if it starts on demand; it may have failed since. */
    get isHere() {
      if (state === 'new') startFirst();
      return state !== 'new';
    },
    /** Sets what starts the part before its first call, where it can be started synchronously. */
    startOnDemand(start) {
      startFirst = start;
    },
    /** How often it has been started anew. */
    get generation() {
      return generation;
    },

    /** From its bytes or a compiled module, at once. */
    startNow(module) {
      if (state === 'trapped') restart();
      if (state === 'ready') return;
      try {
        glue.initSync({ module });
      } catch (cause) {
        throw notStarted(cause);
      }
      state = 'ready';
    },

    /** From a URL, a response, its bytes or a compiled module, or from what a function gives of these. */
    async startFrom(source) {
      if (state === 'trapped') restart();
      if (state === 'ready') return;
      const start = async () =>
        glue.default({ module_or_path: typeof source === 'function' ? source() : source });
      starting ??= start().finally(() => (starting = undefined));
      await starting.catch((cause) => {
        throw notStarted(cause);
      });
      state = 'ready';
    },

    /** Calls the module. What it refuses, and a trap, come out as a `PanelError`. */
    call(use) {
      if (state === 'new') startFirst();
      if (state !== 'ready') throw new PanelError(refusals[state]);
      try {
        return use(glue);
      } catch (thrown) {
        if (typeof thrown === 'string') throw new PanelError(JSON.parse(thrown));
        // An argument of the wrong type never got as far as the module.
        if (thrown instanceof TypeError) throw thrown;
        // Whatever else happened, happened in the middle of something: what the module holds may be half changed.
        state = 'trapped';
        throw new PanelError(
          { code: 'internal', message: `the module failed; call ${how} to start anew` },
          { cause: thrown },
        );
      }
    },
  };
}
