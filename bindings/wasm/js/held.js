// What the module holds, and JavaScript has in hand.

import { PanelError } from './error.js';
import { call, main } from './module.js';

const MAKE = Symbol('made by the package');

/** The handle of what is held; refuses what is there no more. */
export let held;

/** What is immutable and held by the module; `using` or `dispose` gives it back early. */
export class Held {
  #handle;
  #generation;

  constructor(key, make) {
    if (key !== MAKE) throw new TypeError(`${new.target.name} is made by its static methods`);
    this.#handle = call(make);
    this.#generation = main.generation;
  }

  static make(ask) {
    return new this(MAKE, ask);
  }

  static {
    held = (owner) => {
      if (!(#handle in owner) || owner.#handle === undefined) {
        throw new PanelError({ code: 'disposed', message: 'found something that was disposed of, or was not made by this package' });
      }
      if (owner.#generation !== main.generation) {
        throw new PanelError({ code: 'internal', message: 'found something that was lost when the module failed; read or open it again' });
      }
      return owner.#handle;
    };
  }

  dispose() {
    if (main.ready && this.#generation === main.generation) this.#handle?.free();
    this.#handle = undefined;
  }
}
if (Symbol.dispose) Held.prototype[Symbol.dispose] = Held.prototype.dispose;
