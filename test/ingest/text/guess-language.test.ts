import { guessLanguage } from '../../../src/ingest/text/guess-language.js';

test.each([
  ['Thủ tướng tiếp Đại sứ Lào tại Hà Nội sáng nay', 'vi'],
  ['Thủ tướng tiếp Đại sứ Lào tại Hà Nội sáng nay'.normalize('NFD'), 'vi'],
  ['ນາຍົກລັດຖະມົນຕີ ຕ້ອນຮັບ ເອກອັກຄະລັດຖະທູດ', 'lo'],
  ['នាយករដ្ឋមន្ត្រី ទទួលជួប ឯកអគ្គរដ្ឋទូត', 'km'],
  ['นายกรัฐมนตรีต้อนรับเอกอัครราชทูต', 'th'],
  ['총리가 오늘 아침 하노이에서 라오스 대사를 접견하고 협력을 논의', 'ko'],
  ['首相はけさハノイで駐ベトナム大使と会談しました。両国の協力について話し合いました。', 'ja'],
])('knows the language of %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

test.each([
  'The Prime Minister received the ambassador in Hà Nội this morning',
  'Le Premier ministre a reçu l’ambassadeur à Hanoï ce matin, déjà à l’été',
  'Премьер-министр принял посла сегодня утром',
  '总理今天上午在河内会见了老挝驻越南大使并讨论了合作',
  'استقبل رئيس الوزراء السفير صباح اليوم في هانوي',
  'Việt Nam',
  '2026 – 2027',
  '',
])('is not sure about %j', text => {
  expect(guessLanguage(text)).toBeNull();
});
