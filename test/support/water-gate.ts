// The whole interview on the published case of the water gate: a slip, a why, a way back, 待查, a kill, a resume and a review.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, blocksOf, pick, pickNamed, write, type Act } from './officer.js';
import { ROOT } from './host.js';
import { KEYS, terminal, type Screen, type Setting } from './terminal.js';

/** Where the policy and the case of the interview are, and what it has to leave behind. */
export const FIXTURES = join(ROOT, 'test/fixtures/interview');

const EVIDENCE = '没有更多时回车）';
const REASON = '理由（必填）';

/** Answers with a number of the list, then the evidence pieces that are asked for. */
const yesOrNo =
  (number: 1 | 2, ...evidence: readonly string[]): Act =>
  async (screen) => {
    await pick(screen, number, number === 1 ? '是' : '否');
    for (const piece of evidence) await write(screen, EVIDENCE, piece);
    if (evidence.length > 0) await write(screen, EVIDENCE, '');
  };

/** A judgement: number, reason, then evidence. */
const judge =
  (number: 1 | 2, reason: string, ...evidence: readonly string[]): Act =>
  async (screen) => {
    await pick(screen, number, number === 1 ? '是' : '否');
    await write(screen, REASON, reason);
    for (const piece of evidence) await write(screen, EVIDENCE, piece);
    if (evidence.length > 0) await write(screen, EVIDENCE, '');
  };

const FORBIDDEN = '该行为是否为党章党规或者法律法规明令禁止？';
const COLLECTIVE = '决策中是否严格执行民主集中制？';
const PROCEDURE = '决策中是否严格执行“三重一大”决策程序？';
const REPORTED = '决策中是否严格执行请示报告制度等规定？';
const WEIGHED = '决策前是否进行了充分评估？';
const LOSS = '是否造成损失？';
const GREAT_LOSS = '是否造成重大损失？';
const HARM = '是否造成不良影响？';
const GREAT_HARM = '是否造成严重不良影响？';
const REPAIRED = '当事人是否积极主动挽回损失？';
const CLEARED = '当事人是否积极主动消除不良影响？';
const SITUATION = '当事人的失误是否属于办法规定的十种情形之一？';

const ACTS: ReadonlyMap<string, Act> = new Map([
  [FORBIDDEN, yesOrNo(2, '市财政局政府采购监管科复函', '查对规定的清单')],
  [COLLECTIVE, yesOrNo(1, '局党委会议纪要第3页')],
  [PROCEDURE, (screen: Screen) => pick(screen, 3, '待查')],
  [REPORTED, yesOrNo(1, '@附件.txt')],
  [WEIGHED, judge(1, '有险情鉴定，比较过三种安排', '闸门检测意见')],
  [LOSS, yesOrNo(2, '结算审核意见')],
  [HARM, yesOrNo(1, '供应商书面质询')],
  [GREAT_LOSS, judge(2, '没有造成损失')],
  [GREAT_HARM, judge(2, '只有一家供应商质询，答复后没有再提出')],
  [REPAIRED, judge(1, '不应当问到')],
  [CLEARED, judge(1, '三个工作日内说明原因并公示')],
  [SITUATION, judge(1, '汛前排险时间紧迫，没有私利', '对照办法原文的说明')],
]);

/** Why is asked first, an option that is not there is typed, Enter alone answers nothing. */
const withWhy: Act = async (screen) => {
  await screen.list('1. 是');
  screen.type(KEYS.enter);
  await screen.see('请先用 ↑↓ 或数字选一项');
  screen.type('9');
  await screen.see('没有这一项：9');
  screen.type('?');
  await screen.see('关系到的结论：「予以容错：从轻、减轻处理或者予以免责」');
  await ACTS.get(FORBIDDEN)!(screen);
};

/** A slip in the reason is corrected before it is entered, and once after a refusal. */
const withTypo: Act = async (screen) => {
  await pick(screen, 1, '是');
  await screen.line(REASON);
  screen.type(KEYS.enter);
  await screen.see('裁量判断不能没有理由');
  screen.type('有显情');
  await screen.line(`${REASON}有显情`);
  screen.type(KEYS.backspace + KEYS.backspace);
  await screen.line(`${REASON}有`);
  await write(screen, `${REASON}有`, '险情鉴定，比较过三种安排');
  await write(screen, EVIDENCE, '闸门检测意见');
  await write(screen, EVIDENCE, '');
};

/** An interview that was played to its end. */
export interface Played {
  /** The case file as the kill left it, and whether the lock was left with it. */
  readonly draft: string;
  readonly lockLeft: boolean;
  readonly code: number;
  readonly caseFile: string;
  readonly report: string;
  readonly lockAtEnd: boolean;
  /** The terminal that was killed and the one that went on. */
  readonly first: Screen;
  readonly second: Screen;
}

/** Plays the interview in a terminal that is set up so. */
export async function playWaterGate(setting: Omit<Setting, 'cwd'>): Promise<Played> {
  const cwd = mkdtempSync(join(tmpdir(), 'caijue-'));
  for (const name of ['huang.yaml', 'moushi-rongcuo.yaml']) copyFileSync(join(FIXTURES, name), join(cwd, name));
  writeFileSync(join(cwd, '附件.txt'), '送市防汛指挥部的报告\n');
  const open = (): Screen =>
    terminal(['interview', 'moushi-rongcuo.yaml', '--case', 'huang.yaml'], { cwd, ...setting });
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
  const locked = (): boolean => existsSync(join(cwd, '.huang.yaml.lock'));

  const first = open();
  await untilKilled(first);
  const left = { draft: read('huang.yaml'), lockLeft: locked() };
  const second = open();
  await toTheEnd(second);
  const code = await second.exit;
  return { ...left, code, caseFile: read('huang.yaml'), report: read('huang.md'), lockAtEnd: locked(), first, second };
}

/** The first half: killed when the question after the slip is asked. */
async function untilKilled(screen: Screen): Promise<void> {
  await answer(screen, new Map(ACTS).set(FORBIDDEN, withWhy).set(WEIGHED, withTypo), WEIGHED);
  const asked = blocksOf(screen);
  await screen.until('the next question', () => blocksOf(screen) > asked || undefined);
  screen.kill('SIGKILL');
  await screen.exit;
}

/** The second half: resumed, reviewed, decided on and reported. */
async function toTheEnd(screen: Screen): Promise<void> {
  await screen.see('接着问：huang.yaml');
  await goBack(screen);
  await answer(screen, ACTS);
  await reviewHarm(screen);
  await answer(screen, ACTS);
  await answerWaiting(screen);
  await screen.see('结论已经确定：');
  await recordDecision(screen);
  await pickNamed(screen, '写出报告，结束');
}

/** Back to the last answer, which is looked at and kept. */
async function goBack(screen: Screen): Promise<void> {
  await screen.list('1. 是');
  screen.type(KEYS.escape);
  await screen.list('4. 保留现在的回答：');
  screen.type('4');
  await screen.see('> 4. 保留');
  screen.type(KEYS.enter);
}

/** The review changes an answer, which sets another aside; changed back, that one is offered and taken again. */
async function reviewHarm(screen: Screen): Promise<void> {
  await reviewItem(screen, '造成不良影响：是');
  await pick(screen, 2, '否');
  await leaveReview(screen);
  await screen.see('「主动消除不良影响」不再适用：原来的回答 是 保留在文件里，不计入。');
  await screen.list('接下来');
  await reviewItem(screen, '造成不良影响：否');
  await pick(screen, 1, '是');
  await leaveReview(screen);
  await screen.list('4. 恢复搁置的回答：是');
  screen.type('4');
  await screen.see('> 4. 恢复');
  screen.type(KEYS.enter);
  await screen.line('理由（回车保留：三个工作日内说明原因并公示）');
  screen.type(KEYS.enter);
}

/** Opens the review and the item of a name. */
async function reviewItem(screen: Screen, name: string): Promise<void> {
  await screen.list('接下来');
  screen.type('/');
  await screen.list('选一项查看或修改');
  await pickNamed(screen, name);
}

async function leaveReview(screen: Screen): Promise<void> {
  await write(screen, EVIDENCE, '');
  await screen.list('选一项查看或修改');
  screen.type(KEYS.escape);
}

async function answerWaiting(screen: Screen): Promise<void> {
  await screen.see('还须查明：执行三重一大程序');
  await pickNamed(screen, '回答待查的事实（1 项）');
  await yesOrNo(1, '“三重一大”事项清单')(screen);
}

async function recordDecision(screen: Screen): Promise<void> {
  await pickNamed(screen, '录入有权机关的决定');
  await pick(screen, 1, '免责');
  await write(screen, '黄某：有权机关的理由', '瑕疵限于没有事先报备，已经补正');
  await write(screen, '作出决定的机关（回车跳过）', '认定机关（假设）');
  await screen.see('决定日期');
  screen.type('2022-7-29');
  await screen.see('2022-7-29');
  screen.type(KEYS.enter);
  await screen.see('决定已写入案件文件。');
}
