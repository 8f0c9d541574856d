// A made-up grant policy, the same for every engine: 29 facts, 32 rules, 51 leaves, seven outcomes in order.
// Leaves are written in the language of caijue; `conditions.mjs` reads them for the other engines.

const truth = 'boolean';
const number = 'number';
const date = 'date';

/** Facts with their type; a list is a choice of options. */
export const facts = {
  tenure: ['freehold', 'leasehold', 'tenancy'],
  owner_occupied: truth,
  dwelling_type: ['house', 'flat', 'farm', 'mobile', 'boat'],
  region: ['north', 'south', 'east', 'west', 'islands'],
  heating: ['oil', 'gas', 'coal', 'electric', 'heatpump', 'district'],
  energy_class: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
  contractor_status: ['certified', 'applied', 'uncertified'],
  prior_grant: truth,
  fraud_flag: truth,
  heritage_listed: truth,
  asbestos_found: truth,
  has_building_permit: truth,
  signed_contract_before: truth,
  disability: truth,
  utility_disconnected: truth,
  hearing_waiver: truth,
  minor_children: truth,
  docs_complete: truth,
  income: number,
  household_size: number,
  floor_area: number,
  works_cost: number,
  year_built: number,
  outstanding_tax: number,
  age: number,
  application_date: date,
  works_start_date: date,
  last_grant_date: date,
  permit_expiry: date,
};

const BASIC = [
  'title',
  'dwelling',
  'old_building',
  'means',
  'cost',
  'contractor',
  'start',
  'period',
  'energy',
  'papers',
];
const SUPPORTING = ['dirty_fuel', 'wasteful', 'frail', 'children', 'small', 'remote'];
const EXCLUSIONS = ['fraud', 'had_grant', 'owes_tax', 'too_early', 'listed', 'asbestos', 'no_home', 'permit_lapses'];

/** Rules by name, each after those it uses. */
export const rules = {
  title: { any: ['tenure = freehold', { all: ['tenure = leasehold', 'owner_occupied'] }] },
  dwelling: 'dwelling_type in [house, flat, farm]',
  old_building: 'year_built <= 2004',
  means: {
    any: [
      'income <= 28000',
      { all: ['household_size >= 4', 'income <= 42000'] },
      { all: ['household_size >= 6', 'income <= 55000'] },
    ],
  },
  cost: { all: ['works_cost >= 1500', 'works_cost <= 60000'] },
  contractor: 'contractor_status = certified',
  start: 'works_start_date >= application_date',
  period: { all: ['application_date >= 2025-01-01', 'application_date <= 2026-06-30'] },
  energy: { any: ['energy_class in [D, E, F, G]', 'heating in [oil, coal]'] },
  papers: 'docs_complete',
  basic: { all: BASIC },
  dirty_fuel: 'heating in [oil, coal]',
  wasteful: 'energy_class in [F, G]',
  frail: { any: ['disability', 'age >= 70'] },
  children: 'minor_children',
  small: 'floor_area <= 90',
  remote: 'region = islands',
  support: { at_least: { n: 2, of: SUPPORTING } },
  hardship: { any: ['disability', 'utility_disconnected'] },
  tax_excused: { any: ['hearing_waiver', { all: ['outstanding_tax <= 2000', 'income <= 20000'] }] },
  urgent: { all: ['utility_disconnected', 'works_cost <= 10000'] },
  fraud: 'fraud_flag',
  had_grant: { all: ['prior_grant', 'last_grant_date >= 2020-01-01', 'not hardship'] },
  owes_tax: { all: ['outstanding_tax > 500', 'not tax_excused'] },
  too_early: { all: ['signed_contract_before', 'not urgent'] },
  listed: { all: ['heritage_listed', 'not has_building_permit'] },
  asbestos: { all: ['asbestos_found', 'not contractor'] },
  no_home: { all: ['dwelling_type in [mobile, boat]', 'not owner_occupied'] },
  permit_lapses: { all: ['has_building_permit', 'permit_expiry < works_start_date'] },
  excluded: { any: EXCLUSIONS },
  fast: { all: ['utility_disconnected', { any: ['minor_children', 'age >= 70', 'disability'] }, 'income <= 30000'] },
  large: { all: ['works_cost > 30000', { none: [{ at_least: { n: 4, of: SUPPORTING } }] }] },
};

const SUPPORTED = { all: ['basic', 'support'] };

/** Outcomes in order: the first whose condition has the truth value `is` is the answer; `needs_info` where none has. */
export const outcomes = [
  { outcome: 'reject_excluded', is: true, when: 'excluded' },
  { outcome: 'needs_info', is: 'unknown', when: 'excluded' },
  { outcome: 'approve_fast', is: true, when: { all: ['basic', 'fast'] } },
  { outcome: 'approve_partial', is: true, when: { all: ['basic', 'support', 'large'] } },
  { outcome: 'approve', is: true, when: SUPPORTED },
  { outcome: 'decline', is: false, when: SUPPORTED },
];

/** The answer where no outcome is reached. */
export const OPEN = 'needs_info';
