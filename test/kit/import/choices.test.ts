import { describe, expect, it } from 'vitest';
import { type Cell, listOf } from '../../../kit/import/cell.js';
import { oneOf } from '../../../kit/import/cells.js';
import { Choices } from '../../../kit/import/choices.js';
import { currency } from '../../../kit/import/currencies.js';
import { country, prefecture } from '../../../kit/import/place-cells.js';
import { StatusOfResidence } from '../../../subgraphs/people/placement/placement.type.js';
import { ContractState } from '../../../subgraphs/trade-events/contract/contract.states.js';
import { ServiceCategory } from '../../../subgraphs/trade-events/contract/contract.type.js';

const keys = (choices: Choices | undefined, text: string) => choices?.nearest(text).map(({ choice }) => choice.key);
const meantBy = (cell: Cell, text: string) => keys(cell.choices?.(), text);

const FIRMS = new Choices([
  { key: 'example-systems', names: ['Example Systems (Pvt.) Ltd.'] },
  { key: 'example-bridge', names: ['Example Bridge K.K.', '株式会社例ブリッジ'] },
  { key: 'plusw', names: ['Plus W Inc.'] },
  { key: 'oec', names: ['Overseas Employment Corporation', 'اوورسیز ایمپلائمنٹ کارپوریشن'] },
  { key: 'cafe-aoi', names: ['Café Aoi', 'ガーデン'] },
  { key: 'sakura-east', names: ['Sakura Care'] },
  { key: 'sakura-west', names: ['Sakura Care'] },
]);

describe('a firm is found', () => {
  it.each([
    ['its name with another legal form', 'Example Systems Limited', 'example-systems'],
    ['its name without one', 'EXAMPLE SYSTEMS', 'example-systems'],
    ['its name with a legal form in front', '(Pvt) Ltd. Example  Systems', 'example-systems'],
    ['words in another order', 'Systems, Example', 'example-systems'],
    ['an abbreviated legal form', 'Example Bridge Co., Ltd.', 'example-bridge'],
    ['its Japanese name', '株式会社例ブリッジ', 'example-bridge'],
    ['the legal form behind', '例ブリッジ株式会社', 'example-bridge'],
    ['the legal form in brackets', '(株)例ブリッジ', 'example-bridge'],
    ['the legal form in one character', '㈱例ブリッジ', 'example-bridge'],
    ['the legal form left out', '例ブリッジ', 'example-bridge'],
    ['half width', '㈱例ﾌﾞﾘｯｼﾞ', 'example-bridge'],
    ['full width', 'Ｅｘａｍｐｌｅ　Ｂｒｉｄｇｅ', 'example-bridge'],
    ['decomposed letters', 'カ\u3099ーテ\u3099ン', 'cafe-aoi'],
    ['letters without their accents', 'Cafe Aoi', 'cafe-aoi'],
    ['characters that nobody sees', 'Plus\u200b W\u200f', 'plusw'],
    ['its name in Urdu', 'اوورسيز ايمپلائمنٹ كارپوريشن', 'oec'],
    ['its key in another spelling', 'PlusW', 'plusw'],
    ['a part of its name', 'Overseas Employment', 'oec'],
    ['more than its name', 'Plus W Inc., Tokyo', 'plusw'],
    ['a typing error', 'Exmaple Sistems', 'example-systems'],
    ['a typing error in its key', 'exampel-bridge', 'example-bridge'],
  ])('by %s', (_, text, key) => {
    expect(keys(FIRMS, text)).toEqual([key]);
  });

  it('among several of one name, which are all suggested', () => {
    expect(keys(FIRMS, 'Sakura Care Ltd')).toEqual(['sakura-east', 'sakura-west']);
  });

  it.each(['nobody', '', '()', 'Ltd.', 'w', '日本', 'example'.repeat(30)])('never by %j', (text) => {
    expect(keys(FIRMS, text)).toEqual([]);
  });

  it('among tens of thousands, and no more than three are suggested', () => {
    const many = new Choices(
      Array.from({ length: 20_000 }, (_, index) => ({
        key: `firm-${index}`,
        names: [`Firm ${'abcdefghij'[index % 10]} ${index}`],
      })),
    );
    expect(keys(many, 'FIRM 19,999')).toEqual(['firm-19999']);
    expect(keys(many, 'Frim 777')).toEqual(['firm-777']);
    expect(keys(many, 'firm')?.length).toBeLessThanOrEqual(3);
  });
});

describe('a prefecture is found by its names', () => {
  const ENGLISH =
    'Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata Toyama Ishikawa Fukui ' +
    'Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori Shimane Okayama Hiroshima Yamaguchi Tokushima ' +
    'Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki Kagoshima Okinawa';
  const JAPANESE =
    '北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 ' +
    '奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄';
  const codes = Array.from({ length: 47 }, (_, index) => [`JP-${String(index + 1).padStart(2, '0')}`]);

  it('in English, all forty-seven', () => {
    expect(ENGLISH.split(' ').map((name) => meantBy(prefecture(), name))).toEqual(codes);
    expect(ENGLISH.split(' ').map((name) => meantBy(prefecture(), `${name.toUpperCase()} prefecture`))).toEqual(codes);
  });

  it('in Japanese, all forty-seven, with their suffixes and without', () => {
    expect(JAPANESE.split(' ').map((name) => meantBy(prefecture(), name))).toEqual(codes);
    const suffix = (name: string) => ({ 東京: '都', 京都: '府', 大阪: '府', 北海道: '' })[name] ?? '県';
    expect(JAPANESE.split(' ').map((name) => meantBy(prefecture(), name + suffix(name)))).toEqual(codes);
  });

  it.each([
    ['Tokyo-to', 'JP-13'],
    ['Tōkyō', 'JP-13'],
    ['Tokio', 'JP-13'],
    ['東京都渋谷区', 'JP-13'],
    ['Shibuya, Tokyo', 'JP-13'],
    ['JP13', 'JP-13'],
    ['13', 'JP-13'],
    ['１３', 'JP-13'],
    ['JP\u200b-13', 'JP-13'],
    ['Osaka-fu', 'JP-27'],
    ['Kyōto', 'JP-26'],
    ['1', 'JP-01'],
  ])('in other spellings: %s', (text, code) => {
    expect(meantBy(prefecture(), text)).toEqual([code]);
  });

  it('never by a number that none has', () => {
    for (const text of ['JP-48', '48', 'JP-00', 'Lahore']) expect(meantBy(prefecture(), text)).toEqual([]);
  });
});

describe('a code of a closed set is found', () => {
  it.each([
    [oneOf(ContractState), 'Signed', 'SIGNED'],
    [oneOf(ContractState), 'in delivery', 'IN_DELIVERY'],
    [oneOf(ContractState), 'LOI/MoU', 'LOI_MOU'],
    [oneOf(ContractState), 'Complete', 'COMPLETED'],
    [oneOf(ContractState), 'Canceled', 'CANCELLED'],
    [oneOf(ServiceCategory), 'Offshore development', 'OFFSHORE_DEVELOPMENT'],
    [oneOf(ServiceCategory), 'Cyber security', 'CYBERSECURITY'],
    [oneOf(ServiceCategory), 'AI', 'AI_DATA'],
    [oneOf(ServiceCategory), 'Artificial Intelligence', 'AI_DATA'],
    [oneOf(StatusOfResidence), '特定技能1号', 'SSW1'],
    [oneOf(StatusOfResidence), 'Specified skilled worker (i)', 'SSW1'],
    [oneOf(StatusOfResidence), '技術・人文知識・国際業務', 'ENGINEER_HUMANITIES'],
    [oneOf({ EMPLOYED: 1, EXTENDED: 1 }), 'employd', 'EMPLOYED'],
    [oneOf(['N4', 'N5']), 'JLPT N4', 'N4'],
    [listOf(oneOf(['IT', 'SENDING'])), 'sending', 'SENDING'],
    [country(), 'Pakistan', 'PK'],
    [country(), 'japan', 'JP'],
    [country(), '日本', 'JP'],
    [country(), 'پاکستان', 'PK'],
    [country(), 'Viet Nam', 'VN'],
    [country(), 'UK', 'GB'],
    [country(), 'U.S.A.', 'US'],
    [country(), "Côte d'Ivoire", 'CI'],
    [country(), 'jp', 'JP'],
    [currency(), 'US Dollar', 'USD'],
    [currency(), '米ドル', 'USD'],
    [currency(), '円', 'JPY'],
    [currency(), 'Yen', 'JPY'],
    [currency(), '$', 'USD'],
    [currency(), 'Rs.', 'PKR'],
  ])('%#: by %s', (cell, text, code) => {
    expect(meantBy(cell, text)).toEqual([code]);
  });

  it('never by what it does not resemble', () => {
    expect(meantBy(oneOf(['N1']), 'whatever')).toEqual([]);
    expect(meantBy(country(), 'Atlantis')).toEqual([]);
  });
});
