// Objects that live in a part of the package and are referred to from JavaScript.

import { PanelError } from './error.js';

const MAKE = Symbol('made by the package');

/** The handle of a resource; refuses one that was disposed of or lost. */
export let handleOf;
/** The part in which a resource lives. */
export let partOf;

/** An object that lives in a part; `using` or `dispose` frees it early. */
export class Resource {
  #part;
  #handle;
  #generation;

  constructor(key, part, create) {
    if (key !== MAKE) throw new TypeError(`${new.target.name} is made by its static methods`);
    this.#part = part;
    this.#handle = part.call(create);
    this.#generation = part.generation;
  }

  static make(part, create) {
    return new this(MAKE, part, create);
  }

  static {
    handleOf = (owner) => {
      if (!(#handle in owner) || owner.#handle === undefined) {
        throw new PanelError({
          code: 'disposed',
          message: 'found something that was disposed of, or was not made by this package',
        });
      }
      if (owner.#generation !== owner.#part.generation) {
        throw new PanelError({
          code: 'internal',
          message: 'found something that was lost when the module failed; read or open it again',
        });
      }
      return owner.#handle;
    };
    partOf = (owner) => owner.#part;
  }

  dispose() {
    const { ready, generation } = this.#part;
    if (ready && this.#generation === generation) this.#handle?.free();
    this.#handle = undefined;
  }
}
if (Symbol.dispose) Resource.prototype[Symbol.dispose] = Resource.prototype.dispose;
