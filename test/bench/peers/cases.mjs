// A seeded generator of cases: half of them complete, the others lack about 6 % of their facts.
import { dayOf } from './conditions.mjs';
import { facts } from './policy.mjs';

/** How often each truth holds. */
const CHANCES = {
  owner_occupied: 0.8,
  prior_grant: 0.15,
  fraud_flag: 0.01,
  heritage_listed: 0.06,
  asbestos_found: 0.08,
  has_building_permit: 0.55,
  signed_contract_before: 0.06,
  disability: 0.12,
  utility_disconnected: 0.15,
  hearing_waiver: 0.3,
  minor_children: 0.35,
  docs_complete: 0.96,
};

/** How often each option is chosen, in the order of the options. */
const WEIGHTS = {
  tenure: [70, 25, 5],
  dwelling_type: [50, 38, 8, 2, 2],
  region: [25, 25, 20, 20, 10],
  heating: [30, 30, 8, 12, 10, 10],
  energy_class: [2, 4, 8, 20, 26, 22, 18],
  contractor_status: [94, 4, 2],
};

const NUMBERS = {
  income: (random) => 12_000 + Math.floor(random() * random() * 60_000),
  household_size: (random) => 1 + Math.floor(random() * 6),
  floor_area: (random) => 35 + Math.floor(random() * 150),
  works_cost: (random) => 1000 + Math.floor(random() * 52_000),
  year_built: (random) => 1900 + Math.floor(random() * 112),
  outstanding_tax: (random) => (random() < 0.85 ? 0 : Math.floor(random() * 4000)),
  age: (random) => 22 + Math.floor(random() * 66),
};

/** The generator mulberry32: numbers in [0, 1) that a seed determines. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function chosen(options, weights, random) {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => (rest -= weight) <= 0);
  return options[at];
}

/** The facts of one case; dates as day numbers, unknown facts left out. */
export function makeCase(index) {
  const random = randomFrom(1_000_020 + index * 7919);
  const kase = {};
  for (const [name, type] of Object.entries(facts)) {
    if (Array.isArray(type)) kase[name] = chosen(type, WEIGHTS[name], random);
    else if (type === 'boolean') kase[name] = random() < CHANCES[name];
    else if (type === 'number') kase[name] = NUMBERS[name](random);
  }
  kase.application_date = dayOf('2024-12-20') + Math.floor(random() * 550);
  kase.works_start_date = kase.application_date - 5 + Math.floor(random() * 200);
  kase.last_grant_date = dayOf('2012-01-01') + Math.floor(random() * 4500);
  kase.permit_expiry = kase.application_date + Math.floor(random() * 900);
  if (random() < 0.5) for (const name of Object.keys(facts)) if (random() < 0.06) delete kase[name];
  return kase;
}

/** The first cases of the generator, as plain objects from JSON. */
export function makeCases(count) {
  return JSON.parse(JSON.stringify(Array.from({ length: count }, (_, index) => makeCase(index))));
}
