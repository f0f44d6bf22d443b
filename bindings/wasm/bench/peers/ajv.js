import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { plain } from './shape.js';

/** What takes a value of a schema's shape, and throws at any other. */
export function validator(schema) {
  const ajv = new Ajv({ strict: false, allErrors: false, discriminator: true });
  addFormats(ajv, ['date']);
  const isValid = ajv.compile(plain(schema));
  return (value) => {
    if (!isValid(value)) throw new Error(ajv.errorsText(isValid.errors));
    return value;
  };
}
