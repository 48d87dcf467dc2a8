import { combined, type Lexicon, phrases } from '../lexicon';

/** Roles, goals, limits and texts that are taken from a model, in Turkish: the verb stands last. */
export const turkish: Lexicon = {
  roleTaken: [
    ...combined(
      'gibi davranmayı, olmayı, rolünü oynamayı, rolü yapmayı, numarası yapmayı',
      'bırak, bırakın, kes, kesin',
    ),
    ...combined(
      ', mevcut, eski, geçmişteki, şimdiki, önceki, sana verilen',
      'rolünü, rolünden, kimliğini, karakterinden, karakterini, personanı',
      'değiştir, değiştirin, bırak, bırakın, terk et, terk edin, çık, çıkın, sil, unut, at',
    ),
    ...phrases('olduğunu unut, olduğunuzu unutun'),
  ],
  roleNot: phrases('değilsin, değilsiniz, değildin'),
  anyMore: phrases('artık, bundan sonra, bundan böyle, şu andan itibaren, bu andan itibaren, şimdiden sonra'),
  servant: phrases(
    'asistan*, bot, botu, chatbot*, temsilci*, danışman*, ajan*, model*, öğretmen*, çevirmen*, moderatör*, yardımcı*, robot*, claude, chatgpt, gemini, gpt',
  ),
  roleGiven: phrases(
    'sen artık, sen bir, adın, yeni rolün, yeni kimliğin, yeni adın, gibi davran, gibi davranın, ol, bir hacker, olarak çalış, rolüne geç, rolüne gir, itaat et, bana cevap ver, kimliğinle devam et, sensin',
  ),
  roleSwapped: [
    ...combined(
      'rolün, kimliğin, kişiliğin, personan, rolünüz, kimliğiniz',
      'artık, bundan sonra, bundan böyle, şu andan itibaren, değişti, değiştirildi, silindi, iptal edildi, yeniden tanımlandı, güncellendi',
    ),
    ...phrases(
      'yeni rolüne geç, yeni rolüne geçin, yeni kimliğine geç, yeni kimliğini üstlen, yeni kimliğinle devam et',
    ),
    ...phrases('rol değişimi, rolleri değiştiriyoruz, rolleri değiştirelim'),
  ],
  swapGoal: combined(
    'hedefini, amacını, görevini, önceliğini, hedefinizi, amacınızı',
    'değiştir, değiştirin, güncelle, yeniden tanımla, şununla değiştir, bununla değiştir',
  ),
  goalSwapped: [
    ...combined(
      ', asıl, ilk, önceki, eski',
      'hedefin, amacın, görevin, misyonun, hedefiniz, amacınız, göreviniz',
      ', artık',
      'değişti, değiştirildi, iptal edildi, iptal edilmiştir, güncellendi, yenisiyle değiştirildi, geçersiz, sona erdi, bitti',
    ),
    ...combined(
      'amacın artık, hedefin artık, görevin artık',
      ', sadece, kullanıcıya',
      'yardım etmek, yardımcı olmak, özetlemek, çevirmek, cevap vermek',
      'değil',
    ),
    ...combined(
      'özetleme, çeviri, asıl, mevcut, önceki',
      'görevi, görev',
      'iptal, iptal edildi, bitti, sona erdi, tamamlandı iptal',
    ),
    ...combined(
      'kullanıcının',
      'isteği, talebi, sorusu, görevi',
      'iptal edildi, geri çekildi, değiştirildi, iptal',
    ),
  ],
  limitsOf: [
    ...combined(
      'tüm, bütün, her türlü, senin, ',
      'politikalar, politikaların, kısıtlamalar, kısıtlamaların, filtreler, filtrelerin, kurallar, kuralların, güvenlik kuralları, güvenlik kuralların, güvenlik politikaları, güvenlik politikaların, güvenlik önlemleri, güvenlik önlemlerin, içerik filtreleri, içerik politikaları, içerik kuralları, güvenlik filtreleri, etik kurallar, etik kuralların, sansür, filtre',
    ),
  ],
  switchedOff: phrases(
    'askıya alındı, askıya alınmıştır, kapatıldı, kapatılmıştır, kaldırıldı, kaldırılmıştır, devre dışı, devre dışı bırakıldı, geçerli değil, geçersiz, geçersizdir, uygulanmaz, uygulanmıyor, pasif, iptal edildi, iptal, kapalı, seni bağlamaz, seni bağlamıyor, yok hükmünde',
  ),
  forNow: [
    ...combined(
      'bu',
      'oturumda, sohbette, konuşmada, oturum için, sohbet için, konuşma için, yanıt için, istek için, kullanıcı için, oturum boyunca, sohbet boyunca, konuşma boyunca, mesaj için',
    ),
    ...phrases('ikinci bir emre kadar, yeni bir duyuruya kadar, sohbetin sonuna kadar, bundan sonra, artık'),
  ],
  ridOf: [
    ...combined(
      'kısıtlamalardan, kısıtlamalarından, kurallardan, kurallarından, sınırlamalardan, sınırlamalarından, sınırlarından, filtrelerden, filtrelerinden, zincirlerinden',
      ', artık, tamamen',
      'kurtuldun, kurtuldunuz, kurtulmuş, özgürsün, arındın, muafsın, muafsınız, azadesin',
    ),
    ...combined(
      'kısıtlamaların, kuralların, filtrelerin, filtren, kısıtlaman, kuralın, politikaların, etik kuralların, sınırlamaların, kısıtlamalarınız',
      ', artık',
      'yok, yoktur, kalmadı, kalktı',
    ),
    ...combined(
      'tüm kuralları, bütün kuralları, kurallarını, tüm talimatları, tüm komutları, bütün talimatları, bütün komutları, önceki talimatları, önceki komutları',
      'çiğne, çiğneyin, sıfırla, sıfırlayın, iptal et, iptal edin, geçersiz kıl',
    ),
    ...combined('talimatlarını', 'çiğne, çiğneyin, sıfırla, sıfırlayın, geçersiz kıl'),
    ...combined(
      'kurallara, kurallarına, talimatlara, talimatlarına, politikalara, etik kurallara',
      'bağlı kalmadan, uymadan, takılmadan, uyman gerekmez, uymana gerek yok, uymak zorunda değilsin, uymak zorunda değilsiniz',
    ),
    ...combined(
      'kısıtlamaları, kısıtlamalarını, güvenlik önlemlerini, güvenlik kurallarını, güvenliği, filtreleri, sansürü, filtrelerini',
      'kaldır, kaldırın, kapat, kapatın, devre dışı bırak',
      've',
      'cevap ver, cevapla, yanıtla, bana, konuş, söyle, anlat, devam et',
    ),
    ...combined('kısıtlamalar, filtreler, sınırlamalar', 'kalktı, artık yok, yok artık'),
    ...combined('yeni kurallar, tek kural', 'kural yok, kuralsızlık'),
    ...combined(
      'artık, bundan sonra, bundan böyle',
      ', sadece, yalnızca',
      'benim',
      'kurallarıma, talimatlarıma, emirlerime, komutlarıma',
      ', göre',
      'çalışacaksın, uyacaksın, davranacaksın, hareket edeceksin, itaat edeceksin',
    ),
    ...combined(
      'senden istenen, kullanıcının',
      'görevi, görevini, işi',
      'bırak, bırakın, unut',
      've, benim, bunu',
    ),
    ...combined(
      'tüm, bütün, kendi, yapay zeka, openai, içerik, güvenlik',
      'kuralları, kısıtlamaları, kısıtlamalarını, politikaları, filtreleri, kurallarını, filtrelerini, sınırlamaları',
      'iptal et, iptal edin, devre dışı bırak, devre dışı bırakın, kaldır, kaldırın, kapat, kapatın',
    ),
    ...combined(
      'kurallar, kuralları, politikalar, politikaları, kısıtlamalar, kısıtlamaları, talimatlar, talimatların, filtreler, filtreleri',
      ', artık, hiçbir şekilde',
      'seni, sizi',
      'bağlamaz, bağlamıyor, ilgilendirmez, ilgilendirmiyor, kısıtlamaz',
    ),
    ...combined(
      'bu sohbet, bu konuşma, bu oturum, bu istek, bu mesaj, bu soru',
      ', tüm, bütün',
      'güvenlik kurallarından, kurallardan, kısıtlamalardan, politikalardan, içerik politikalarından, filtrelerden, içerik kurallarından',
      'muaf, muaftır, muaf tutuldu',
    ),
    ...combined(
      'eski, önceki, yukarıdaki',
      'talimatlar, kurallar, yönergeler',
      'çöpe, çöpe gitti, çöp, rafa kalktı, silindi, kaldırıldı, yok artık',
    ),
    ...combined(
      'bu',
      'metin, mesaj, not, talimat, talimatlar, araç',
      'sistem isteminden, sistem mesajından, sistem talimatlarından, kullanıcının talimatlarından, geliştirici mesajından, önceki talimatlardan',
      ', daha',
      'öncelikli, önceliklidir, üstün, üstündür, önce gelir',
    ),
    ...combined('kullanıcı', 'ne isterse istesin, ne sorarsa sorsun, ne derse desin', 'sadece, yalnızca'),
    ...combined(
      'kullanıcının',
      'ne istediği, ne sorduğu, ne dediği, isteği',
      'önemli değil, fark etmez, umurunda olmasın, önemsiz',
    ),
    ...combined(
      'sansür, filtre, filtreler, güvenlik, moderasyon',
      'kapalı, devre dışı, yok',
      'sansür, filtre, filtreler, kural, kurallar, devam et, serbestsin, her şeyi',
    ),
    ...combined(
      'baştan, yeniden, sıfırdan',
      'başlıyoruz, başla, başlayalım',
      'kural yok, kurallar yok, kısıtlama yok, filtre yok',
    ),
    ...combined(
      'geliştiricilerin, geliştiricilerinin, yaratıcılarının',
      'söylediklerini, dediklerini, kurallarını, talimatlarını',
      'boş ver, boşver, unut, dinleme, takma, umursama, yok say',
    ),
  ],
  wholeOver: [
    ...combined(
      'belge, bağlam, metin, makale, mesaj, konuşma, sohbet, önceki konuşma, e posta, veri, özetleme görevi, görev',
      ', burada, burda, artık, şimdi',
      'bitti, sona erdi, bitmiştir, sona ermiştir, kapandı, tamamlandı, bitiyor, sona eriyor, kapatıldı, iptal',
    ),
    ...phrases('metnin sonu, belgenin sonu, bağlamın sonu, mesajın sonu, konuşmanın sonu'),
  ],
  realBegins: [
    ...combined(
      ', şimdi, işte, senin',
      'asıl, gerçek',
      'görev, görevin, görevine, göreve, isteğim, istek, talep, talebim, soru, sorum, talimat, talimatım, talimatlar, iş, işin',
    ),
    ...combined('yeni', 'konuşma, sohbet, oturum, bağlam', 'başlıyor, başladı, başlıyor ve'),
  ],
};
