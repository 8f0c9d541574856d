/** The policy and the case of the language page, without their comments. */
export const DEMO_POLICY = `policy:
  id: demo-rongcuo
  title: 某市容错纠错实施办法（示例）
  issuer: 中共某市委
  number: 某发〔2018〕21号
  in_force: { from: 2018-11-01 }
  completeness: full
  source: 示例，非真实办法

articles:
  第二条:
    says: 坚持严管和厚爱结合，宽严相济
    aside: principle
  第四条:
    says: 同时具备下列前提的，方可容错
    items:
      一: 没有党章党规、法律法规明令禁止
      二: 决策经民主集中制、“三重一大”程序和请示报告，并作充分评估
      三: 没有造成重大损失和严重不良影响
      四: 主动消除影响、挽回损失
  第五条:
    says: 具备前提并属于下列情形之一的，应当从轻、减轻处理或者免责
    items: { 一: 缺乏经验、先行先试, 二: 突发急难任务中临机处置 }
  第七条:
    says: 谋取私利或者弄虚作假的，不予容错
  第八条:
    paragraphs:
      - says: 直接经济损失五千万元以上的，按重大损失认定
      - says: 损失数额以审计结论为准

facts:
  明令禁止:
    ask: 该行为是否为党章党规或者法律法规明令禁止？
    type: boolean
    cites: 第四条第（一）项
    group: 前提条件
    evidence: required
  决策程序合规:
    ask: 决策是否经过民主集中制、“三重一大”程序和请示报告，并作充分评估？
    type: boolean
    cites: 第四条第（二）项
    group: 前提条件
    evidence: required
  严重不良影响:
    ask: 是否造成严重不良影响？
    type: boolean
    nature: judgement
    guidance: 看影响范围、持续时间、是否可以消除
    cites: 第四条第（三）项
    group: 后果与补救
  造成损失: { ask: 是否造成直接经济损失？, type: boolean, cites: 第八条, group: 后果与补救 }
  直接经济损失:
    ask: 直接经济损失是多少？
    type: money
    min: 0元
    applies_when: 造成损失
    otherwise: 0元
    cites: 第八条
    group: 后果与补救
  主动挽回: { ask: 是否主动消除影响、挽回损失？, type: boolean, cites: 第四条第（四）项, group: 后果与补救 }
  事由:
    ask: 失误属于哪些情形？
    type: choices
    options:
      先行先试: { says: 缺乏经验、先行先试, cites: 第五条第（一）项 }
      临机处置: { says: 突发急难任务中临机处置, cites: 第五条第（二）项 }
    group: 适用情形
  谋取私利:
    ask: 当事人是否为个人、他人或者单位谋取私利？
    type: boolean
    per: party
    cites: 第七条
    group: 负面清单
  弄虚作假: { ask: 当事人是否弄虚作假？, type: boolean, per: party, cites: 第七条, group: 负面清单 }

rules:
  重大损失:
    cites: 第八条
    when: 直接经济损失 >= 5000万元
  前提条件:
    cites: 第四条
    when:
      all:
        - not 明令禁止
        - 决策程序合规
        - none: [重大损失, 严重不良影响]
        - 主动挽回
  容错情形:
    cites: 第五条
    when: 事由 has [先行先试, 临机处置]
  负面情形:
    cites: 第七条
    when: { any: [谋取私利, 弄虚作假] }

outcomes:
  不予容错:
    title: 不予容错
    cites: 第七条
    when: 负面情形
    prevails_over: [容错]
  容错:
    title: 予以容错
    modality: shall
    cites: 第五条
    when: { all: [前提条件, 容错情形] }
    choose: [免责, 减轻, 从轻]
  不符合条件:
    title: 不符合容错条件，按有关规定处理
    otherwise: true
    cites: [第四条, 第五条]
`;

export const DEMO_CASE = `case:
  id: 2026-017
  title: 某水库溢洪道闸门抢修未经政府采购
  policy: demo-rongcuo
  happened_on: 2022-05-10
parties:
  - { name: 黄某, role: 河流管理局局长, facts: { 谋取私利: 否, 弄虚作假: 否 } }
facts:
  明令禁止: { value: 否, evidence: [采购科说明] }
  决策程序合规:
    value: 是
    evidence: [局务会纪要第7页, { file: 附件/会议记录.pdf, sha256: 9f2c… }]
    found_by: 李某
    found_on: 2022-07-01
  严重不良影响: { value: 否, reason: 未引发舆情，汛期安全得到保障 }
  造成损失: 否
  主动挽回: 是
  事由: [临机处置]
`;
