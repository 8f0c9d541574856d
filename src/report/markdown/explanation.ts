// In: an explained case. Out: the explanation in Markdown: what fixes the answer, and what would have to change for another.
import type { BlockContent, ListItem, RootContent } from 'mdast';
import type { ChangeKind, FactChange, PartyExplanation, Towards, Way } from '../../model/case-explanation.js';
import type { Bilingual } from '../../model/language.js';
import type { ExplanationInput } from '../explanation-input.js';
import { labelsIn, type Say } from './labels.js';
import { heading, item, list, paragraph, print, quote, strong, type Inline } from './tree.js';
import { joined, readable } from './wording.js';

const WORDS = {
  title: { zh: '结论说明', en: 'Why this outcome' },
  draft: {
    zh: '草稿。本说明由辅助工具推演；所列每一种变化都已按变化后的案件重新推演核对。',
    en: 'Draft, derived by a tool. Every change named here was confirmed by determining the changed case again.',
  },
  large: {
    zh: '办法的案件种类太多，只能说明所录事实中哪些决定结论，不能说明怎样才会是别的结论。',
    en: 'The policy has too many kinds of cases: what fixes the outcome is told, what would change it is not.',
  },
  fixing: { zh: '决定结论的事实', en: 'What fixes it' },
  fixed: {
    zh: '下列事实已足以得出这一结论，其余事实无论如何都不改变它；缺少其中任何一项，结论就不能确定。',
    en: 'These facts suffice, whatever all others are; without any one of them the outcome is open.',
  },
  onDay: { zh: '以本案适用规定之日为准。', en: 'On the day whose law applies to this case.' },
  nothing: {
    zh: '没有：无论事实如何，都是这一结论。',
    en: 'Nothing: whatever the facts are, this is the outcome.',
  },
  open: { zh: '结论尚未确定，见下列各项。', en: 'The outcome is open; see below.' },
  failed: {
    zh: '案件或者办法有误，没有结论可说明。',
    en: 'The case or the policy is at fault; there is no outcome to explain.',
  },
  others: { zh: '怎样才会是别的结论', en: 'What would lead to another outcome' },
  supply: { zh: '可以补充查明的', en: 'What can still be established' },
  time: { zh: '随时间可能成就的', en: 'What becomes so with time' },
  established: {
    zh: '须与已认定的事实不同（不能改变，只供核对）',
    en: 'What would have to differ from what is established (it cannot change; check it)',
  },
  together: { zh: '同时：', en: 'together: ' },
  now: { zh: '现为', en: 'now ' },
  aside: { zh: '；随之不再适用：', en: '; no longer applies then: ' },
  or: { zh: ' 或者 ', en: ' or ' },
  never: { zh: '无论怎样改变事实，都不会得出这一结论。', en: 'No change of facts leads there.' },
  some: { zh: '没有全部列出：查找有限度。', en: 'Not all are listed: the search is bounded.' },
  far: {
    zh: '须同时改变或者查明的事实太多，没有列出。',
    en: 'Too many facts would have to change, or to be established, together; none is listed.',
  },
  unsure: {
    zh: '事实之间互相比较，不能确定没有更小的变化。',
    en: 'Facts are compared with each other, so there may be smaller changes.',
  },
  lacking: {
    zh: '另可补充的证据和理由（不改变结论）',
    en: 'Evidence and reasons that can be supplied (they change no outcome)',
  },
} as const satisfies Record<string, Bilingual>;

interface Writing {
  readonly input: ExplanationInput;
  readonly say: Say;
  readonly word: (key: keyof typeof WORDS) => string;
}

/** Writes the explanation of a case. The same input gives the same bytes. */
export function explanationMarkdown(input: ExplanationInput): string {
  const { kase, language, explanation } = input;
  const writing: Writing = { input, say: labelsIn(language), word: (key) => WORDS[key][language] };
  const { word } = writing;
  const title = `${word('title')}${language === 'zh' ? '：' : ': '}${kase.head.title}`;
  const more = [
    ...(kase.head.hypothetical === undefined ? [] : [writing.say('notice-hypothetical') + kase.head.hypothetical]),
    ...(explanation.complete ? [] : [word('large')]),
  ];
  const head = quote(paragraph(strong(word('draft'))), ...more.map((text) => paragraph(text)));
  return print([heading(1, title), head, ...explanation.parties.flatMap((party) => partyPart(party, writing))]);
}

function partyPart(party: PartyExplanation, writing: Writing): RootContent[] {
  const { word } = writing;
  const [open, close] = writing.input.language === 'zh' ? ['（', '）'] : [' (', ')'];
  const answer = [strong(party.name), ...(party.role === undefined ? [] : [open + party.role + close])];
  const status = statusText(party, writing);
  return [
    heading(2, party.name),
    paragraph(...answer, writing.input.language === 'zh' ? '：' : ': ', status),
    ...(party.status === 'error' ? [paragraph(word('failed'))] : []),
    ...fixingPart(party, writing),
    ...(party.towards.length > 0 ? [heading(3, word('others'))] : []),
    ...party.towards.flatMap((each) => towardsPart(each, writing)),
    ...lackingPart(party, writing),
  ];
}

function statusText({ status, standing }: PartyExplanation, { input, say }: Writing): string {
  const titles = standing.map((name) => input.policy.outcomes.get(name)!.title);
  if (status === 'determined') return titles[0]!;
  return titles.length > 0 ? `${say(status)} (${joined(titles, input.language)})` : say(status);
}

function fixingPart({ fixing, onDay, status }: PartyExplanation, { input, word }: Writing): RootContent[] {
  if (status === 'error') return [];
  if (fixing === null) return [paragraph(word('open'))];
  const colon = input.language === 'zh' ? '：' : ': ';
  const facts = fixing.map(({ name, value }) => item(paragraph(strong(name), colon + amounts(value))));
  const day = onDay ? (input.language === 'zh' ? '' : ' ') + word('onDay') : '';
  const told = facts.length > 0 ? word('fixed') : word('nothing');
  return [heading(3, word('fixing')), paragraph(told + day), ...(facts.length > 0 ? [list(facts)] : [])];
}

function towardsPart({ outcome, ways, search }: Towards, writing: Writing): RootContent[] {
  const { word, input } = writing;
  const kinds = (['supply', 'time', 'established'] as const).filter((kind) => ways.some((way) => way.kind === kind));
  const notes = search === 'found' ? [] : [paragraph(word(search))];
  return [
    heading(4, input.policy.outcomes.get(outcome)!.title),
    ...(kinds.length > 0 ? [list(kinds.map((kind) => kindItem(kind, ways, writing)))] : []),
    ...notes,
  ];
}

function kindItem(kind: ChangeKind, ways: readonly Way[], writing: Writing): ListItem {
  const own = ways.filter((way) => way.kind === kind);
  const below: BlockContent = list(own.map((way) => item(paragraph(...wayWords(way, writing)))));
  return item(paragraph(writing.word(kind)), below);
}

function wayWords({ changes, setAside }: Way, { input, word }: Writing): Inline[] {
  const stop = input.language === 'zh' ? '；' : '; ';
  const parts = changes.flatMap((change, i) => [...(i > 0 ? [stop] : []), ...changeWords(change, input, word)]);
  const aside = setAside.length > 0 ? [word('aside') + joined(setAside, input.language)] : [];
  return [...(changes.length > 1 ? [word('together')] : []), ...parts, ...aside];
}

function changeWords({ name, from, to }: FactChange, { language }: ExplanationInput, word: Writing['word']): Inline[] {
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  const now = `${open}${word('now')}${amounts(from ?? '待查')}${close}`;
  const isRange = /^[<>=]/u.test(to[0] ?? '');
  const lead = isRange ? ' ' : language === 'zh' ? '：' : ': ';
  const wanted = isRange ? to.map(amounts) : to;
  const shown = name === 'as_of' ? (language === 'zh' ? '适用规定之日' : 'the day whose law applies') : name;
  return [strong(shown), lead + wanted.join(word('or')), now];
}

/** Amounts as people write them, wherever they stand in a text. */
function amounts(text: string): string {
  return text.replaceAll(/-?\d+元/gu, readable);
}

function lackingPart({ unsupported }: PartyExplanation, { word, say, input }: Writing): RootContent[] {
  if (unsupported.length === 0) return [];
  const label = { evidence: 'lacksEvidence', reason: 'lacksReason', 'choice-reason': 'lacksChoice' } as const;
  const colon = input.language === 'zh' ? '：' : ': ';
  const lines = unsupported.map(({ name, lacks }) => item(paragraph(strong(name), colon + say(label[lacks]))));
  return [heading(3, word('lacking')), list(lines)];
}
