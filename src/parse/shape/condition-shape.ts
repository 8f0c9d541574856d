// The shape of a condition, wherever one may stand.
import * as z from 'zod';
import { described, text, whole } from './scalars.js';

type ConditionShape =
  | string
  | {
      all?: ConditionShape[] | undefined;
      any?: ConditionShape[] | undefined;
      none?: ConditionShape[] | undefined;
      at_least?: { n: string; of: ConditionShape[] } | undefined;
    };

/** A condition: a leaf text, or one of `all any none at_least`. */
export const conditionShape: z.ZodType<ConditionShape> = z
  .lazy(() =>
    z.union([
      text,
      z.strictObject({
        all: described(z.array(conditionShape).min(1), '全部成立').optional(),
        any: described(z.array(conditionShape).min(1), '任一成立').optional(),
        none: described(z.array(conditionShape).min(1), '全不成立').optional(),
        at_least: described(
          z.strictObject({
            n: described(whole, '几项'),
            of: described(z.array(conditionShape).min(1), '所列各项'),
          }),
          '至少 n 项成立',
        ).optional(),
      }),
    ]),
  )
  .meta({ id: 'condition', description: '条件：名称、not 名称、比较式，或者 all / any / none / at_least' });
