// Objects that live in the module and are referred to from JavaScript.

import { PanelError } from './error.js';
import { call, main } from './module.js';

const MAKE = Symbol('made by the package');

/** The handle of a resource; refuses one that was disposed of or lost. */
export let handleOf;

/** An object that lives in the module; `using` or `dispose` frees it early. */
export class Resource {
  #handle;
  #generation;

  constructor(key, create) {
    if (key !== MAKE) throw new TypeError(`${new.target.name} is made by its static methods`);
    this.#handle = call(create);
    this.#generation = main.generation;
  }

  static make(create) {
    return new this(MAKE, create);
  }

  static {
    handleOf = (owner) => {
      if (!(#handle in owner) || owner.#handle === undefined) {
        throw new PanelError({
          code: 'disposed',
          message: 'found something that was disposed of, or was not made by this package',
        });
      }
      if (owner.#generation !== main.generation) {
        throw new PanelError({
          code: 'internal',
          message: 'found something that was lost when the module failed; read or open it again',
        });
      }
      return owner.#handle;
    };
  }

  dispose() {
    if (main.ready && this.#generation === main.generation) this.#handle?.free();
    this.#handle = undefined;
  }
}
if (Symbol.dispose) Resource.prototype[Symbol.dispose] = Resource.prototype.dispose;
