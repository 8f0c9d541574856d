// The scalar schemas. Everything is text when it is read; the JSON Schema for editors admits YAML's own scalars where they may stand.
import * as z from 'zod';

/** Prose and names. */
export const text = z.string().min(1);

/** A value whose meaning the fact's type gives: editors see numbers, truths and dates here, the reader sees text. */
export const value = z.string().meta({ id: 'value' });

/** A whole number, as text. */
export const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/u)
  .meta({ id: 'whole' });

/** A day: `YYYY-MM-DD`; whether it exists is checked where it is read. */
export const day = z.string().meta({ id: 'day' });

/** 是 or 否 as a key's value. */
export const flag = z.enum(['true', '是']).meta({ id: 'flag' });

/** The code of a warning that may be silenced; which ones may is checked where it is read. */
export const warning = z.string().min(1).meta({ id: 'warning' });

/** One or several. */
export const oneOrMore = <T extends z.ZodType>(schema: T): z.ZodUnion<readonly [T, z.ZodArray<T>]> =>
  z.union([schema, z.array(schema).min(1)]);

/** A schema with what editors say of it. */
export const described = <T extends z.ZodType>(schema: T, description: string): T => schema.describe(description);
