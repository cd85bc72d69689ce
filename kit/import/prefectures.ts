/** The prefectures of Japan in the order of their codes (JIS X 0401, which ISO 3166-2 follows). */
const IN_ORDER =
  'Hokkaido北海道 Aomori青森県 Iwate岩手県 Miyagi宮城県 Akita秋田県 Yamagata山形県 Fukushima福島県 Ibaraki茨城県 Tochigi栃木県 Gunma群馬県 ' +
  'Saitama埼玉県 Chiba千葉県 Tokyo東京都 Kanagawa神奈川県 Niigata新潟県 Toyama富山県 Ishikawa石川県 Fukui福井県 Yamanashi山梨県 Nagano長野県 ' +
  'Gifu岐阜県 Shizuoka静岡県 Aichi愛知県 Mie三重県 Shiga滋賀県 Kyoto京都府 Osaka大阪府 Hyogo兵庫県 Nara奈良県 Wakayama和歌山県 ' +
  'Tottori鳥取県 Shimane島根県 Okayama岡山県 Hiroshima広島県 Yamaguchi山口県 Tokushima徳島県 Kagawa香川県 Ehime愛媛県 Kochi高知県 Fukuoka福岡県 ' +
  'Saga佐賀県 Nagasaki長崎県 Kumamoto熊本県 Oita大分県 Miyazaki宮崎県 Kagoshima鹿児島県 Okinawa沖縄県';

const ROMAN_SUFFIXES: Readonly<Record<string, string>> = { 都: 'to', 府: 'fu', 県: 'ken' };

/** The names that sheets give to the prefectures, by code: `Tokyo`, `Tokyo-to`, `東京都`, `東京`, `13`. */
export const PREFECTURES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  IN_ORDER.split(' ').map((names, index) => {
    const number = String(index + 1).padStart(2, '0');
    const [english = ''] = /^[A-Za-z]+/.exec(names) ?? [];
    const japanese = names.slice(english.length);
    return [`JP-${number}`, [english, japanese, ...withSuffixes(english, japanese), String(index + 1), number]];
  }),
);

/** Hokkaido has no suffix that could be left out. */
function withSuffixes(english: string, japanese: string): string[] {
  const suffix = ROMAN_SUFFIXES[japanese.slice(-1)];
  return suffix ? [japanese.slice(0, -1), `${english}-${suffix}`, `${english} Prefecture`] : [`${english} Prefecture`];
}
