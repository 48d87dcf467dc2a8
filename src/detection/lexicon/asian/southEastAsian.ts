import { type Lexicon, phrases } from '../lexicon';

/** Overriding and leaking in Vietnamese, Indonesian and Thai. */
export const southEastAsian: Lexicon = {
  invalid: phrases('khong con hieu luc, không còn hiệu lực, tidak berlaku lagi, ไม่มีผล'),
  not: phrases('đừng, không, jangan, tidak, อย่า, ห้าม'),
  disregard: phrases(
    'bỏ qua, hãy quên, phớt lờ, quên, không tuân theo, đừng tuân theo, abaikan, lupakan, jangan ikuti, hiraukan, ละเว้น, เพิกเฉย, ลืม, ไม่ต้องสนใจ, ข้าม',
  ),
  prior: phrases(
    'trước, trước đó, trước đây, ở trên, bên trên, phía trên, ban đầu, sebelumnya, di atas, terdahulu, semula, ก่อนหน้า, ด้านบน, ข้างต้น, ก่อนหน้านี้, ที่ผ่านมา, เดิม',
  ),
  whole: phrases('tất cả, mọi, các, semua, seluruh, segala, ทั้งหมด'),
  allPrior: phrases(
    'mọi thứ trước, tất cả những gì, semua yang, segala sesuatu sebelum, ทุกอย่างก่อนหน้า, ทุกสิ่งที่',
  ),
  orders: phrases(
    'hướng dẫn, chỉ dẫn, chỉ thị, lệnh, quy tắc, yêu cầu, mệnh lệnh, instruksi, perintah, petunjuk, arahan, aturan, คำสั่ง, คำแนะนำ, กฎ, ข้อกำหนด',
  ),
  reveal: phrases(
    'tiết lộ, hiển thị, in ra, lặp lại, cho tôi, cho biết, liệt kê, viết lại, tampilkan, tunjukkan, ungkapkan, ulangi, cetak, beri tahu, sebutkan, apa, แสดง, เปิดเผย, บอก, พิมพ์, ทวน',
  ),
  hiddenPrompt: phrases(`
    lời nhắc hệ thống, prompt hệ thống, thông điệp hệ thống, hướng dẫn hệ thống, hướng dẫn của bạn, hướng dẫn ban đầu, prompt sistem, pesan sistem, instruksi sistem, instruksi anda, instruksi awal, instruksi rahasia, พรอมต์ระบบ, คำสั่งระบบ, ข้อความระบบ, คำสั่งของคุณ`),
};
