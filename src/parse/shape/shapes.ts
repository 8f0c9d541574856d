// The shapes of files by their kind: the one place that says what may stand where.
import type { z } from 'zod';
import { caseShape } from './case-shape.js';
import { partShape, policyShape } from './policy-shape.js';

/** A kind of files. */
export type ShapeKind = 'policy' | 'part' | 'case';

/** The shapes of files by their kind. */
export const SHAPES: Readonly<Record<ShapeKind, z.ZodType>> = { policy: policyShape, part: partShape, case: caseShape };
