// In: a value that a policy or case writes down. Out: its text, as a case file would write it.
import { dateText } from './calendar.js';
import type { Constant } from './expression.js';
import { quantityText } from './quantity.js';

/** A constant as a case file would write it; several options are joined, none is 无. */
export function constantText(value: Constant): string {
  switch (value.kind) {
    case 'boolean':
      return value.value ? '是' : '否';
    case 'date':
      return dateText(value.day);
    case 'text':
      return value.text;
    case 'choice':
      return value.option;
    case 'choices':
      return value.options.length > 0 ? value.options.join('、') : '无';
    case 'quantity':
      return quantityText(value.value, value.unit);
  }
}
