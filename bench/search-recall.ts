/**
 * In scripts without spaces between words, does a reader find the word he types? Compares the words of Intl.Segmenter, the text and the search
 * cut alike and the cuts asked for as a phrase, with our pairs of letters. Run: node --import @oxc-node/core/register bench/search-recall.ts
 */
import { splitWords } from '../src/content/split-words.js';

interface Sample {
  language: string;
  /** Running text. */
  text: string;
  /** Words and names in it that a reader may look for, with | between them. */
  searches: string;
}

const SAMPLES: Sample[] = [
  {
    language: 'lo',
    text: 'ທ່ານນາຍົກລັດຖະມົນຕີແຫ່ງສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວໄດ້ຕ້ອນຮັບຄະນະຜູ້ແທນຫວຽດນາມທີ່ນະຄອນຫຼວງວຽງຈັນໃນໂອກາດປີສາມັກຄີມິດຕະພາບລາວຫວຽດນາມແລະໄດ້ລົງນາມສັນຍາຮ່ວມມືດ້ານການສຶກສາການທ່ອງທ່ຽວແລະການຄ້າຊາຍແດນ',
    searches:
      'ນາຍົກ|ລັດຖະມົນຕີ|ນາຍົກລັດຖະມົນຕີ|ປະຊາຊົນ|ປະຊາທິປະໄຕ|ລາວ|ຫວຽດນາມ|ວຽງຈັນ|ນະຄອນຫຼວງ|ນະຄອນຫຼວງວຽງຈັນ|ຜູ້ແທນ|ຄະນະຜູ້ແທນ|ສາມັກຄີ|ມິດຕະພາບ|ສັນຍາ|ຮ່ວມມື|ການສຶກສາ|ສຶກສາ|ທ່ອງທ່ຽວ|ການຄ້າ|ຊາຍແດນ|ຕ້ອນຮັບ|ໂອກາດ',
  },
  {
    language: 'km',
    text: 'នាយករដ្ឋមន្ត្រីកម្ពុជាបានទទួលស្វាគមន៍គណៈប្រតិភូវៀតណាមនៅរាជធានីភ្នំពេញក្នុងឱកាសឆ្នាំមិត្តភាពកម្ពុជាវៀតណាមហើយបានចុះហត្ថលេខាលើកិច្ចព្រមព្រៀងសហប្រតិបត្តិការផ្នែកអប់រំទេសចរណ៍និងពាណិជ្ជកម្មតាមព្រំដែន',
    searches:
      'នាយក|រដ្ឋមន្ត្រី|នាយករដ្ឋមន្ត្រី|កម្ពុជា|វៀតណាម|ភ្នំពេញ|រាជធានី|រាជធានីភ្នំពេញ|គណៈប្រតិភូ|ប្រតិភូ|មិត្តភាព|ឱកាស|ហត្ថលេខា|ចុះហត្ថលេខា|កិច្ចព្រមព្រៀង|សហប្រតិបត្តិការ|ប្រតិបត្តិការ|អប់រំ|ទេសចរណ៍|ពាណិជ្ជកម្ម|ព្រំដែន|ស្វាគមន៍',
  },
  {
    language: 'th',
    text: 'นายกรัฐมนตรีไทยให้การต้อนรับคณะผู้แทนเวียดนามที่กรุงเทพมหานครเนื่องในโอกาสครบรอบความสัมพันธ์ทางการทูตและลงนามความตกลงความร่วมมือด้านการศึกษาการท่องเที่ยวและการค้าชายแดนลุ่มแม่น้ำโขง',
    searches:
      'นายก|รัฐมนตรี|นายกรัฐมนตรี|ไทย|เวียดนาม|กรุงเทพ|มหานคร|กรุงเทพมหานคร|ผู้แทน|คณะผู้แทน|ความสัมพันธ์|สัมพันธ์|การทูต|ความร่วมมือ|ร่วมมือ|ความตกลง|การศึกษา|ศึกษา|ท่องเที่ยว|การท่องเที่ยว|การค้า|ชายแดน|แม่น้ำ|แม่น้ำโขง',
  },
  {
    language: 'my',
    text: 'မြန်မာနိုင်ငံဝန်ကြီးချုပ်သည်ဗီယက်နမ်ကိုယ်စားလှယ်အဖွဲ့ကိုနေပြည်တော်တွင်လက်ခံတွေ့ဆုံခဲ့ပြီးပညာရေးနှင့်ခရီးသွားလာရေးဆိုင်ရာပူးပေါင်းဆောင်ရွက်မှုသဘောတူစာချုပ်ကိုလက်မှတ်ရေးထိုးခဲ့သည်',
    searches:
      'မြန်မာ|နိုင်ငံ|မြန်မာနိုင်ငံ|ဝန်ကြီး|ဝန်ကြီးချုပ်|ဗီယက်နမ်|ကိုယ်စားလှယ်|ကိုယ်စားလှယ်အဖွဲ့|အဖွဲ့|နေပြည်တော်|ပညာရေး|ခရီးသွား|ခရီးသွားလာရေး|ပူးပေါင်း|ပူးပေါင်းဆောင်ရွက်မှု|သဘောတူ|စာချုပ်|သဘောတူစာချုပ်|လက်မှတ်|လက်မှတ်ရေးထိုး',
  },
  {
    language: 'zh',
    text: '越南国家主席阮春福在河内市会见了老挝人民革命党代表团双方签署了关于教育旅游和边境贸易的合作协议并出席越老友好团结年开幕式越南通讯社记者阮氏红英报道',
    searches:
      '越南|国家|主席|国家主席|阮春福|春福|河内|河内市|老挝|人民|革命|革命党|人民革命党|代表|代表团|签署|教育|旅游|边境|贸易|边境贸易|合作|协议|合作协议|越老|友好|团结|友好团结年|开幕|开幕式|通讯社|越南通讯社|记者|阮氏红英|红英',
  },
  {
    language: 'ja',
    text: 'ベトナム国家主席は首都ハノイで日本国首相と会談し経済連携協定と技能実習生の受け入れ拡大について話し合い東南アジア諸国連合首脳会議での協力を確認した',
    searches:
      'ベトナム|国家|主席|国家主席|首都|ハノイ|日本|日本国|首相|会談|経済|連携|経済連携|経済連携協定|協定|技能|実習|実習生|技能実習生|受け入れ|拡大|話し合い|東南アジア|アジア|諸国|連合|東南アジア諸国連合|首脳|会議|首脳会議|協力|確認',
  },
];

console.log('language  searches  found by Segmenter  found by pairs');
for (const { language, text, searches } of SAMPLES) {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const cut = (part: string) => Array.from(words.segment(part), ({ segment }) => segment);
  const all = searches.split('|').filter(search => text.includes(search));

  const missed = all.filter(search => !follows(cut(text), cut(search)));
  const missedPairs = all.filter(search => !follows(pairs(text), pairs(search).slice(0, -1)));
  console.log(
    `${language.padEnd(10)}${String(all.length).padStart(8)}${percent(all, missed)}${percent(all, missedPairs)}   missed: ${missed.join(' ')}`,
  );
  if (all.length < searches.split('|').length) throw new Error(`A search of ${language} is not in its text.`);
}

function pairs(text: string): string[] {
  return splitWords(text).map(word => word.folded);
}

/** Whether the parts stand in the text one after the other. */
function follows(text: string[], parts: string[]): boolean {
  return text.some((_, start) => parts.every((part, index) => text[start + index] === part));
}

function percent(all: string[], missed: string[]): string {
  return `${Math.round((100 * (all.length - missed.length)) / all.length)} %`.padStart(18);
}
