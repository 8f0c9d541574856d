// The shape of a policy file: which keys, and whether text, list or map stands under each. Meaning is checked elsewhere.
import * as z from 'zod';
import { ASIDES } from '../../model/citation.js';
import { conditionShape } from './condition-shape.js';
import { day, described, flag, oneOrMore, text, value, warning } from './scalars.js';

const cites = described(oneOrMore(text), '依据的条款，如 第五条第二款第（三）项；可写多条');

type ItemShape = string | { says: string; items?: Record<string, ItemShape> | undefined };
const item: z.ZodType<ItemShape> = z
  .lazy(() =>
    z.union([
      text,
      z.strictObject({
        says: described(text, '这一项的转述'),
        items: described(z.record(z.string(), item), '各目：编号（1、2……）和转述').optional(),
      }),
    ]),
  )
  .meta({ id: 'item', description: '项（或目）的转述' });

const items = described(z.record(z.string(), item), '各项：编号（一、二……）和转述');
const aside = described(z.enum(ASIDES), '不参与认定的原因');
const article = z.strictObject({
  says: described(text, '用自己的话转述条文').optional(),
  items: items.optional(),
  paragraphs: described(
    z
      .array(
        z.strictObject({
          says: described(text, '这一款的转述').optional(),
          items: items.optional(),
          aside: aside.optional(),
        }),
      )
      .min(1),
    '条文有几款时，逐款列出',
  ).optional(),
  aside: aside.optional(),
});

const option = z.union([
  text,
  z.strictObject({ says: described(text, '选项的意思').optional(), cites: cites.optional() }),
]);

/** The types a fact may have. */
export const FACT_TYPES = ['boolean', 'choice', 'choices', 'number', 'money', 'date', 'duration', 'text'] as const;

const fact = z.strictObject({
  ask: described(text, '问承办人的话'),
  type: described(
    z.enum(FACT_TYPES),
    'boolean 是否；choice 单选；choices 多选；number 数；money 金额；date 日期；duration 期间；text 文字',
  ),
  cites: cites.optional(),
  group: described(text, '同组的问题放在一起').optional(),
  per: described(z.enum(['case', 'party']), 'case 全案一个；party 逐个当事人').optional(),
  nature: described(z.enum(['finding', 'judgement']), 'finding 事实；judgement 裁量判断，须说明理由').optional(),
  guidance: described(text, '怎样判断').optional(),
  evidence: described(
    z.enum(['required', 'expected', 'none']),
    '证据：required 必须，expected 应有（默认），none 不需要',
  ).optional(),
  options: described(z.union([z.array(text).min(1), z.record(z.string(), option)]), '选项').optional(),
  unit: described(text, '单位；number 任选，duration 为 日 或 月').optional(),
  whole: described(flag, '只取整数（人数、株数、天数）；用于 number 和 duration').optional(),
  min: described(value, '下限，含本数').optional(),
  max: described(value, '上限，含本数').optional(),
  applies_when: described(conditionShape, '何时要问').optional(),
  otherwise: described(z.union([value, z.array(value)]), '不要问时视为何值；与 applies_when 同用').optional(),
});

const parameter = z.strictObject({
  type: described(z.enum(['number', 'money', 'date', 'duration']), 'number 数；money 金额；date 日期；duration 期间'),
  unit: described(text, '单位；number 任选，duration 为 日 或 月').optional(),
  values: described(
    z
      .array(
        z.strictObject({
          from: described(day, '从这一日起'),
          to: described(day, '到这一日止（含）；不写则到下一个值的前一日').optional(),
          value: described(value, '这一期间的值'),
          source: described(text, '由哪一文件规定').optional(),
        }),
      )
      .min(1),
    '各个时期的值',
  ),
});

const oneCase = z.strictObject({
  when: described(conditionShape, '这一情形的条件'),
  value: described(value, '这一情形的值'),
});
const otherCases = z.strictObject({ otherwise: described(value, '其余情形的值；放在最后') });
const row = z.strictObject({
  if: described(z.array(value).min(1), '各格：比较式、选项、是或否；- 为不限'),
  value: described(value, '这一行的值'),
});

const rule = z.strictObject({
  cites,
  says: described(text, '这条规则的意思，写进报告').optional(),
  advises: described(flag, '只供参考：不参与认定，别的规则和结论不能用它').optional(),
  when: described(conditionShape, '成立的条件').optional(),
  unless: described(conditionShape, '例外：成立时收回结论').optional(),
  value: described(value, '算式').optional(),
  options: described(z.array(text).min(1), '结论可取的值').optional(),
  cases: described(z.array(z.union([oneCase, otherCases])).min(1), '分情形取值：不重叠，不遗漏').optional(),
  table: described(
    z.strictObject({
      columns: described(z.array(text).min(1), '各列：名称或算式'),
      hit: described(z.enum(['unique', 'first']), 'unique 各行互不重叠（默认）；first 依次取先适用的一行').optional(),
      rows: described(z.array(row).min(1), '各行'),
    }),
    '决策表',
  ).optional(),
});

const outcome = z.strictObject({
  title: described(text, '结论的名称，写进报告'),
  cites: cites.optional(),
  when: described(conditionShape, '成立的条件').optional(),
  unless: described(conditionShape, '例外：成立时收回结论').optional(),
  otherwise: described(flag, '其余结论都不成立时成立；至多一个').optional(),
  prevails_over: described(
    z.union([text, z.array(text).min(1), z.record(z.string(), oneOrMore(text))]),
    '优先于哪些结论；all 为全部；可写明依据的条款',
  ).optional(),
  modality: described(z.enum(['shall', 'may']), 'shall 应当（默认）；may 可以').optional(),
  choose: described(z.array(text).min(1), '由有权机关选择其一').optional(),
  choose_several: described(z.array(text).min(1), '由有权机关选择，可以合并使用').optional(),
  states: described(z.array(text).min(1), '写进结论的计算值').optional(),
});

const silence = z.strictObject({
  code: described(warning, '提醒的代码'),
  at: described(text, '所涉事实、规则、结论、参数或条款的名称；关于整个办法的不写').optional(),
  part: described(text, '其中的哪一处：条件（照原文）、选项、行号、第几款').optional(),
  reason: described(text, '为什么不改：看得懂条文的人能接受的理由'),
});

const include = described(oneOrMore(text), '纳入的共用部分：相对于本文件的路径，在本文件所在的文件夹之内；可写多个');
const impossible = described(
  z.array(
    z.strictObject({
      when: described(conditionShape, '不能发生的情况'),
      reason: described(text, '为什么不能'),
      cites: cites.optional(),
    }),
  ),
  '不能并存的事实，各附理由',
);
const articles = described(z.record(z.string(), z.union([text, article])), '条文：编号和转述');
const parameters = described(z.record(z.string(), parameter), '由别的文件规定、随时期变化的数值');
const facts = described(z.record(z.string(), fact), '由人认定的事实');
const rules = described(z.record(z.string(), rule), '由事实得出的结论');

/** A file that policies include. */
export const partShape = z.strictObject({
  part: described(
    z.strictObject({ title: described(text, '这一部分的名称'), source: described(text, '文本来源') }),
    '共用部分的名称和来源',
  ),
  include: include.optional(),
  articles: articles.optional(),
  parameters: parameters.optional(),
  facts: facts.optional(),
  rules: rules.optional(),
  impossible: impossible.optional(),
});

/** The whole policy file. */
export const policyShape = z.strictObject({
  policy: described(
    z.strictObject({
      id: described(text, '办法的代号；同一代号可有几个版本'),
      title: described(text, '办法的名称'),
      issuer: described(text, '制定机关').optional(),
      number: described(text, '文号').optional(),
      in_force: described(
        z.strictObject({
          from: described(day, '施行之日').optional(),
          to: described(day, '施行的最后一日').optional(),
        }),
        '施行期间，首尾两日在内',
      ).optional(),
      completeness: described(z.enum(['full', 'part', 'structure']), '编码的完整程度：全文、部分、仅结构'),
      source: described(text, '文本来源'),
      boundary: described(
        z.record(z.string(), oneOrMore(text)),
        '以上、以下等词是否含本数，与民法典第一千二百五十九条不同的：includes 含，excludes 不含',
      ).optional(),
      mildest_first: described(
        z.array(text).min(1),
        '结论对当事人由轻到重的次序；只用来排列比较结果，不影响认定',
      ).optional(),
    }),
    '办法的基本信息',
  ),
  include: include.optional(),
  articles,
  parameters: parameters.optional(),
  facts,
  rules: rules.optional(),
  impossible: impossible.optional(),
  outcomes: described(z.record(z.string(), outcome), '机关作出的决定'),
  silences: described(z.array(silence), '写明理由的免提醒：逐条，只对检查的提醒').optional(),
});
