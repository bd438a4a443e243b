/** What an embed says of itself. `{time}` stands for a moment. */
export interface EmbedLabels {
  news: string;
  empty: string;
  away: string;
  updated: string;
  refused: string;
  pause: string;
  play: string;
}

type Words = [news: string, empty: string, away: string, updated: string, refused: string, pause: string, play: string];

/** By language (BCP 47), in the order of EmbedLabels: a list costs a visitor half of what thirteen objects cost. */
export const EMBED_WORDS: Record<string, Words> = {
  vi: [
    'Tin tức',
    'Chưa có bài nào.',
    'Mất kết nối, đang thử lại.',
    'Cập nhật lần cuối: {time}.',
    'Không hiển thị được danh sách này.',
    'Dừng',
    'Chạy tiếp',
  ],
  en: [
    'News',
    'There are no articles yet.',
    'No connection, trying again.',
    'Last updated: {time}.',
    'This list cannot be shown.',
    'Pause',
    'Play',
  ],
  fr: [
    'Actualités',
    'Aucun article pour le moment.',
    'Connexion interrompue, nouvel essai en cours.',
    'Dernière mise à jour : {time}.',
    'Cette liste ne peut pas être affichée.',
    'Arrêter le défilement',
    'Reprendre le défilement',
  ],
  lo: ['ຂ່າວ', 'ຍັງບໍ່ມີບົດຄວາມ.', 'ຂາດການເຊື່ອມຕໍ່, ກຳລັງລອງໃໝ່.', 'ອັບເດດຫຼ້າສຸດ: {time}.', 'ບໍ່ສາມາດສະແດງລາຍການນີ້ໄດ້.', 'ຢຸດ', 'ສືບຕໍ່'],
  km: [
    'ព័ត៌មាន',
    'មិនទាន់មានអត្ថបទទេ។',
    'ដាច់ការតភ្ជាប់ កំពុងព្យាយាមម្ដងទៀត។',
    'ធ្វើបច្ចុប្បន្នភាពចុងក្រោយ៖ {time}។',
    'មិនអាចបង្ហាញបញ្ជីនេះបានទេ។',
    'ផ្អាក',
    'បន្ត',
  ],
  th: [
    'ข่าว',
    'ยังไม่มีบทความ',
    'ขาดการเชื่อมต่อ กำลังลองใหม่',
    'อัปเดตล่าสุด: {time}',
    'ไม่สามารถแสดงรายการนี้ได้',
    'หยุดชั่วคราว',
    'เล่นต่อ',
  ],
  zh: ['新闻', '暂无文章。', '连接中断，正在重试。', '上次更新：{time}。', '无法显示此列表。', '暂停', '继续'],
  ja: [
    'ニュース',
    '記事はまだありません。',
    '接続が切れました。再試行しています。',
    '最終更新：{time}',
    'この一覧は表示できません。',
    '一時停止',
    '再開',
  ],
  ko: [
    '뉴스',
    '아직 기사가 없습니다.',
    '연결이 끊겨 다시 시도하고 있습니다.',
    '마지막 업데이트: {time}.',
    '이 목록을 표시할 수 없습니다.',
    '일시 정지',
    '계속',
  ],
  ru: [
    'Новости',
    'Статей пока нет.',
    'Нет связи, пробуем ещё раз.',
    'Последнее обновление: {time}.',
    'Этот список нельзя показать.',
    'Остановить',
    'Продолжить',
  ],
  de: [
    'Nachrichten',
    'Noch keine Artikel.',
    'Keine Verbindung, neuer Versuch läuft.',
    'Zuletzt aktualisiert: {time}.',
    'Diese Liste kann nicht angezeigt werden.',
    'Anhalten',
    'Weiter',
  ],
  es: [
    'Noticias',
    'Todavía no hay artículos.',
    'Sin conexión, se intenta de nuevo.',
    'Última actualización: {time}.',
    'Esta lista no se puede mostrar.',
    'Detener',
    'Continuar',
  ],
  id: [
    'Berita',
    'Belum ada artikel.',
    'Koneksi terputus, sedang mencoba lagi.',
    'Terakhir diperbarui: {time}.',
    'Daftar ini tidak dapat ditampilkan.',
    'Jeda',
    'Lanjutkan',
  ],
};

/** The language among ours that is spoken for a tag: of "lo-LA" it is Lao, of one that we do not speak English. */
export function spokenLanguage(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(EMBED_WORDS, language) ? language : 'en';
}

/** What an embed says, in a language that `spokenLanguage` gives. */
export function embedLabels(language: string): EmbedLabels {
  const [news, empty, away, updated, refused, pause, play] = EMBED_WORDS[language]!;
  return { news, empty, away, updated, refused, pause, play };
}
