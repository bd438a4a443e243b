/** How the text of a language is made up. */
export interface Language {
  tag: string;
  /** How many of a hundred articles are in it. */
  weight: number;
  /** What stands between two words, between two phrases, and at the end of a sentence. */
  joints: [word: string, phrase: string, sentence: string];
  /** Real words that are common in news, the most common first. With _ between syllables that are written apart. */
  words: string;
  /** What new words are made of: a syllable takes one of each, and "·" is nothing. */
  syllable: string[];
  /** How many syllables a word has, as often as they stand here. */
  lengths: number[];
}

const SPACED: Language['joints'] = [' ', ', ', '. '];
const LATIN = [
  'b c d f g h j k l m n p r s t v br cl dr fl gr pr st tr ch sh',
  'a e i o u a e i o',
  '· · · n r s l t m nd st',
];

/** Most text is Vietnamese and English, as in the archive that this stands for. */
export const LANGUAGES: Language[] = [
  {
    tag: 'vi',
    weight: 40,
    joints: SPACED,
    words:
      'và của các là có trong được với cho những một đã Việt_Nam người năm về hội_nghị hợp_tác phát_triển kinh_tế quan_hệ nước tại này đến ASEAN Hà_Nội văn_hóa nhân_dân hữu_nghị đoàn_kết Lào Campuchia thủ_tướng chủ_tịch đối_ngoại quốc_tế khu_vực chính_phủ đầu_tư thương_mại du_lịch giáo_dục kỷ_niệm lễ_hội di_sản thế_giới Liên_hợp_quốc SEA_Games bóng_đá kiều_bào dân_tộc biên_giới sông_Mê_Công môi_trường khí_hậu hòa_bình ổn_định tăng_cường chuyến_thăm đại_biểu tuyên_bố tỉnh thành_phố',
    syllable: [
      'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x',
      'a à á ả ã ạ ă ắ ằ ặ â ấ ầ ậ e è é ẹ ê ế ề ệ i ì í ị o ò ó ọ ô ố ồ ổ ộ ơ ớ ờ ợ u ù ú ụ ư ứ ừ ự oa oà oá iê iề iế iệ uô uố uộ ươ ướ ường',
      '· · · n ng nh m c t p ch i o',
    ],
    lengths: [1, 2, 2],
  },
  {
    tag: 'en',
    weight: 25,
    joints: SPACED,
    words:
      'the of and to in a for on with is that Vietnam ASEAN cooperation summit minister government country people development trade between region international year economic relations culture friendship visit president two countries Laos Cambodia Hanoi education tourism investment heritage festival peace climate river Mekong United Nations agreement exports football team border community overseas language solidarity conference meeting support agriculture energy science technology women youth',
    syllable: LATIN,
    lengths: [1, 2, 2, 3],
  },
  {
    tag: 'fr',
    weight: 5,
    joints: SPACED,
    words:
      "de la le les et des en du un une dans pour que sur avec au est l'ASEAN coopération Vietnam sommet ministre gouvernement pays développement commerce région relations culture amitié visite président économie éducation tourisme investissement patrimoine fête paix climat fleuve Mékong accord communauté l'étranger solidarité conférence élèves théâtre français",
    syllable: ['b c d f g l m n p r s t v ch pr tr gr', 'a e i o u é è ou ai eau ê', '· · · n r s l t'],
    lengths: [1, 2, 3],
  },
  {
    tag: 'lo',
    weight: 5,
    joints: ['', ' ', '. '],
    words:
      'ແລະ ຂອງ ໃນ ທີ່ ເປັນ ມີ ໄດ້ ກັບ ໃຫ້ ການ ລາວ ຫວຽດນາມ ກອງປະຊຸມ ຮ່ວມມື ພັດທະນາ ເສດຖະກິດ ສາມັກຄີ ມິດຕະພາບ ອາຊຽນ ວຽງຈັນ ປະຊາຊົນ ລັດຖະບານ ນາຍົກລັດຖະມົນຕີ ປະທານປະເທດ ວັດທະນະທຳ ທ່ອງທ່ຽວ ການສຶກສາ ການຄ້າ ແມ່ນ້ຳຂອງ ຊາຍແດນ ສັນຕິພາບ ປີ ປະເທດ ພາກພື້ນ ສາກົນ',
    syllable: ['ກ ຂ ຄ ງ ຈ ສ ຊ ຍ ດ ຕ ຖ ທ ນ ບ ປ ຜ ພ ຟ ມ ຣ ລ ວ ຫ ອ ຮ', 'າ ີ ູ ິ ຸ ່າ ້າ ົ ັ ື ່ ່ອ ້ອ ຽ', '· · ນ ງ ມ ກ ດ ບ'],
    lengths: [1, 2, 2, 3],
  },
  {
    tag: 'km',
    weight: 4,
    joints: ['', ' ', '។ '],
    words:
      'និង របស់ ក្នុង ដែល បាន ជា មាន នៅ ការ កម្ពុជា វៀតណាម កិច្ចប្រជុំ សហប្រតិបត្តិការ អភិវឌ្ឍន៍ សេដ្ឋកិច្ច មិត្តភាព សាមគ្គីភាព អាស៊ាន ភ្នំពេញ ប្រជាជន រដ្ឋាភិបាល នាយករដ្ឋមន្ត្រី វប្បធម៌ ទេសចរណ៍ អប់រំ ពាណិជ្ជកម្ម ទន្លេមេគង្គ ព្រំដែន សន្តិភាព ឆ្នាំ ប្រទេស តំបន់ អន្តរជាតិ',
    syllable: [
      'ក ខ គ ង ច ឆ ជ ញ ដ ត ថ ទ ន ប ផ ព ភ ម យ រ ល វ ស ហ អ ក្រ ប្រ ស្រ ត្រ ខ្ម',
      'ា ិ ី ុ ូ េ ែ ៃ ោ ៅ ួ ៀ',
      '· · ន ង ម ក ត',
    ],
    lengths: [1, 2, 3],
  },
  {
    tag: 'zh-Hans',
    weight: 5,
    joints: ['', '，', '。'],
    words:
      '的 在 和 了 是 越南 东盟 合作 峰会 发展 经济 关系 中国 国家 人民 友好 团结 政府 总理 主席 部长 地区 国际 文化 教育 旅游 投资 贸易 老挝 柬埔寨 河内 会议 访问 和平 气候 湄公河 边境 世界遗产 足球 联合国 青年 农业 出口 协定',
    syllable: [
      '大 小 上 下 天 地 人 民 国 家 山 水 江 河 海 城 市 乡 村 学 校 生 工 农 商 业 政 法 文 化 科 技 电 力 车 船 路 桥 新 老 东 西 南 北 中 长 高 明 光 华 春 秋 红 青 金 银 木 火 土 石 田 林 花 草 鱼 鸟 马 牛 书 画 音 乐 体 育 医 药 食 衣 住 行 思 想 言 语 心 手 足 目 口 日 月 年 时 分 会 员 代 表 主 义 平 和 安 全 开 放 改 革 进 步 成 就 问 题 方 向 道 理 事 实 情 况',
    ],
    lengths: [1, 2, 2, 2, 3],
  },
  {
    tag: 'ru',
    weight: 4,
    joints: SPACED,
    words:
      'и в на с по о для из что как Вьетнам АСЕАН сотрудничество саммит министр правительство страна народ развитие торговля между регион международный год экономический отношения культура дружба визит президент Лаос Камбоджа Ханой образование туризм инвестиции наследие фестиваль мир климат река Меконг соглашение российский',
    syllable: ['б в г д ж з к л м н п р с т ф х ц ч ш пр ст тр кр', 'а е и о у ы я ё', '· · · н р с л й т'],
    lengths: [1, 2, 3, 3],
  },
  {
    tag: 'th',
    weight: 3,
    joints: ['', ' ', ' '],
    words:
      'และ ของ ใน ที่ เป็น มี ได้ กับ ให้ การ ไทย เวียดนาม ประชุม ความร่วมมือ พัฒนา เศรษฐกิจ ความสัมพันธ์ มิตรภาพ อาเซียน กรุงเทพ ประชาชน รัฐบาล นายกรัฐมนตรี วัฒนธรรม ท่องเที่ยว การศึกษา การค้า แม่น้ำโขง ชายแดน สันติภาพ ปี ประเทศ ภูมิภาค น้ำ',
    syllable: ['ก ข ค ง จ ช ซ ด ต ถ ท น บ ป ผ พ ฟ ม ย ร ล ว ส ห อ กร ปร', 'า ี ู ิ ุ ั ำ ่า ้า ้อ ่ ะ', '· · น ง ม ก ด บ'],
    lengths: [1, 2, 2, 3],
  },
  {
    tag: 'ja',
    weight: 3,
    joints: ['', '、', '。'],
    words:
      'の に は を が と で た し ベトナム アセアン 協力 首脳会議 発展 経済 関係 日本 国 人々 友好 政府 首相 大臣 地域 国際 文化 教育 観光 投資 貿易 ラオス カンボジア ハノイ 会談 訪問 平和 気候 メコン川 世界遺産 サッカー 国連 協定 について して いる こと ため',
    syllable: [
      '東 西 京 都 大 小 新 古 高 山 川 田 中 村 木 林 森 花 本 学 校 生 先 電 車 会 社 員 行 来 見 聞 話 語 カ キ ク サ シ ス タ テ ト ナ ノ ハ マ ミ ラ リ ル ロ ン ー',
      '· · · · さ く き る い',
    ],
    lengths: [1, 2, 2, 3],
  },
  {
    tag: 'ko',
    weight: 3,
    joints: SPACED,
    words:
      '및 등 이 그 것 수 있는 대한 위해 베트남 아세안 협력 정상회의 발전 경제 관계 한국 국가 국민 우호 정부 총리 장관 지역 국제 문화 교육 관광 투자 무역 라오스 캄보디아 하노이 회의 방문 평화 기후 메콩강 국경 세계유산 축구 유엔 협정 베트남은 정부가 회의에서',
    syllable: [
      '가 나 다 라 마 바 사 아 자 차 하 고 노 도 로 모 보 소 오 조 호 기 니 리 미 비 시 이 지 히 강 난 동 련 명 반 성 원 정 천 한 국 금 남 담 람 삼 심 음',
      '· · · 은 을 이 가 에 의 로',
    ],
    lengths: [2, 2, 3],
  },
  {
    tag: 'de',
    weight: 1,
    joints: SPACED,
    words:
      'der die und in den von zu das mit für auf ist im Vietnam ASEAN Zusammenarbeit Gipfel Minister Regierung Land Menschen Entwicklung Handel zwischen Region Beziehungen Kultur Freundschaft Besuch Präsident Straße Bildung Tourismus Wirtschaft Erbe Frieden Klima Fluss Mekong Übereinkommen Länder größte',
    syllable: ['b d f g h k l m n p r s t w z sch st tr kr', 'a e i o u ä ö ü ei au ie', '· · n r s l t ng ß'],
    lengths: [1, 2, 3],
  },
  {
    tag: 'es',
    weight: 1,
    joints: SPACED,
    words:
      'de la que el en y los del las un por con para una Vietnam ASEAN cooperación cumbre ministro gobierno país pueblo desarrollo comercio entre región relaciones cultura amistad visita presidente economía educación turismo inversión patrimonio paz clima río Mekong acuerdo año niño español',
    syllable: ['b c d f g l m n ñ p r s t v ch tr br', 'a e i o u á é í ó ú', '· · · n r s l'],
    lengths: [2, 2, 3],
  },
  {
    tag: 'id',
    weight: 1,
    joints: SPACED,
    words:
      'dan yang di dari untuk dengan pada ini itu dalam Vietnam ASEAN kerja sama konferensi menteri pemerintah negara rakyat pembangunan perdagangan antara kawasan hubungan budaya persahabatan kunjungan presiden ekonomi pendidikan pariwisata investasi warisan perdamaian iklim sungai Mekong perjanjian',
    syllable: ['b c d g h j k l m n p r s t w y ng ny', 'a e i o u', '· · n r s ng h k'],
    lengths: [2, 2, 3],
  },
];
