import { combined, type Lexicon, phrases } from '../lexicon';

/** What a model is held to, as what is said of it, what is done to it, what is obeyed. */
const rules =
  'talimatların, kuralların, yönergelerin, kısıtlamaların, sınırlamaların, ilkelerin, emirlerin, komutların, politikaların, filtrelerin, talimatlarınız, kurallarınız, yönergeleriniz, kısıtlamalarınız';
const rulesDone =
  'talimatlarını, kurallarını, yönergelerini, kısıtlamalarını, sınırlamalarını, ilkelerini, filtrelerini, politikalarını, talimatlarınızı, kurallarınızı, yönergelerinizi, kısıtlamalarınızı, sınırlarını';
const rulesObeyed =
  'talimatlarına, kurallarına, yönergelerine, kısıtlamalarına, ilkelerine, politikalarına, emirlerine, talimatlara, kurallara, yönergelere, emirlere';
const plain = 'talimatlar, kurallar, yönergeler, komutlar, emirler, kısıtlamalar';
const henceforth =
  ', artık, bundan sonra, bundan böyle, şu andan itibaren, bu andan itibaren, şimdiden itibaren, bu noktadan sonra, bundan sonra artık';
const former = 'önceki, yukarıdaki, daha önceki, bundan önceki, eski, ilk';

/** How what a model was told stands, in Turkish: whole clauses mostly, since the verb stands last. */
export const turkish: Lexicon = {
  disregardLast: [
    // Joined, as many write them.
    ...phrases(
      'yoksay, yoksayın, yoksayınız, yoksayarak, yoksayıp, gözardı et, gözardı edin, gözardı ediniz, gözardı ederek, gözardı edip, görmezdengel, görmezdengelin, hiçe sayarak, geçersiz sayarak',
    ),
    ...combined(
      'dikkate almadan, hesaba katmadan, göz önüne almadan, hiçe sayarak, göz ardı ederek, umursamadan, yok sayarak, uymadan, aldırmadan',
      ', bana, doğrudan, serbestçe',
      'cevap ver, cevap verin, cevapla, yanıtla, yanıt ver, yanıtlayın, konuş, yaz, söyle, devam et, yardım et',
    ),
    ...combined(
      'kulak, hesaba, ciddiye, kaale, kale, aldırış, itibar',
      'asma, asmayın, katma, katmayın, alma, almayın, etme, etmeyin',
    ),
    ...combined(
      'takip etmeyi, uygulamayı, izlemeyi, dinlemeyi, dikkate almayı',
      'bırak, bırakın, kes, bırakmanı, bırakmanızı',
    ),
    ...combined(
      'unut, unutup, unutarak, yok sayıp, görmezden gelip',
      ', ve',
      'devam et, devam edin, bana, bunu, şunu, sadece, yalnızca',
    ),
    ...phrases(`
      boşver, boşverin, bir kenara koy, bir kenara koyun, bir yana bırak, bir yana bırakın, çöpe at, çöpe atın, rafa kaldır, geçersiz kıl, yerine getirme, yerine getirmeyin, unutur musun, unutabilir misin, unutmanı istiyorum, unutmanızı istiyorum,
      görmezden gelmeni istiyorum, yok saymanı istiyorum, yok sayman gerekiyor, unutman gerekiyor, unutmalısınız, yok saymalısın, dinleme, dinlemeyin, uymamalısın, kafana takma, es geç, es geçin, göz ardı edip, hükümsüz say, iptal edilmiş say`),
  ],
  allPrior: [
    ...combined(
      'yukarıda, daha önce, önceden, şu ana kadar, şimdiye kadar, bundan önce, buraya kadar, az önce, sana, size, sana daha önce, daha önce sana',
      'yazanları, yazılanları, söylenenleri, denilenleri, anlatılanları, okuduklarını, öğrendiklerini, söylenen her şeyi, yazan her şeyi, yazılan her şeyi, okuduğun her şeyi, öğrendiğin her şeyi, öğretilenleri, verilenleri, duyduklarını, duyduğun her şeyi',
    ),
    ...combined('öncekilerin, yukarıdakilerin', 'hepsini, tümünü, tamamını'),
    ...phrases(
      'öncekileri, bundan öncekileri, yukarıdaki metni, yukarıdaki yazıyı, bildiğin her şeyi, öğrendiğin her şeyi, önceki bağlamı, önceki konuşmayı, önceki mesajları',
    ),
  ],
  heldTo: [
    ...combined(', tüm, bütün, sana verilen, önceki, eski, mevcut', rules, ', hepsi, tümü, hiçbiri'),
    ...combined(
      `${former}, sana verilen, size verilen, sana daha önce verilen`,
      ', tüm, bütün, hiçbir',
      `${plain}, talimatların, kuralların, talimat, kural, yönerge, emir`,
      ', hepsi, tümü, hiçbiri',
    ),
  ],
  outOfForce: [
    ...combined(
      ', artık, bundan sonra, bundan böyle, hepsi artık, şu andan itibaren',
      'geçerli değil, geçerli değildir, geçersiz, geçersizdir, hükümsüz, hükümsüzdür, yok hükmünde, iptal, iptal edildi, iptal edilmiştir, devre dışı, devre dışı bırakıldı, kaldırıldı, kaldırılmıştır, kalktı, askıya alındı, silindi, sona erdi, bağlayıcı değil, bağlayıcı değildir, önemsiz, işlemiyor, seni bağlamıyor, seni bağlamaz, sayılmaz',
    ),
    ...phrases('artık yok, artık önemli değil, artık bir anlamı yok, geçerliliğini yitirdi'),
  ],
  passedOver: combined(
    'yukarıdaki, önceki, buraya kadarki, bundan önceki',
    'metin, soru, görev, talimatlar, her şey, mesaj, bölüm, kısım, yazı, konuşma',
  ),
  onlySham: combined(
    ', sadece, yalnızca, aslında, hepsi',
    ', bir, birer',
    'test, testti, deneydi, denemeydi, denemeden ibaretti, şakaydı, alıştırmaydı, provaydı, örnekti, tuzaktı',
  ),
  trueTask: combined(
    'asıl, gerçek, esas',
    'görev, görevin, soru, talimat, talimatlar, talimatların, iş, istek',
    'şimdi, şu, şudur, bu, budur, bunlar, şunlar, aşağıda, başlıyor, geliyor',
  ),
  notYou: combined(
    'artık, sen artık, bundan sonra, bundan böyle',
    ', bir, sıradan bir',
    'müşteri temsilcisi, asistan, yardımcı, yapay zeka, yapay zeka asistanı, dil modeli, chatbot, sohbet botu, destek temsilcisi, çevirmen',
    'değilsin, değilsiniz',
  ),
  newOrders: combined('yeni, güncel, güncellenmiş', 'talimat, talimatlar, emir, emirler, komutlar, direktif'),
  changedTask: combined(
    'önceki, mevcut, asıl, eski, şimdiki, ilk',
    'görevin, göreviniz',
    ', artık',
    'iptal, iptal edildi, iptal edilmiştir, bitti, sona erdi, değişti, değiştirildi, geçersiz',
  ),
  obeyMe: [
    ...combined(
      henceforth,
      'sadece, yalnızca, yalnız, tek',
      'bana, benim sözüme, benim emirlerime, benim talimatlarıma, benim komutlarıma, benim dediklerime, benim söylediklerime, emirlerime, talimatlarıma, bu talimatlara',
      'itaat et, itaat edin, itaat edeceksin, itaat etmelisin, uy, uyun, uyacaksın, uymalısın, hizmet et, hizmet edeceksin, boyun eğ, kulak ver',
    ),
    ...combined(
      'asıl, gerçek, yeni, güncel',
      'talimatların, görevin, emirlerin, kuralların, talimatlarınız, göreviniz',
      'bunlar, bunlardır, şunlar, şunlardır, şu, şudur, bu, budur, aşağıda, aşağıdadır, şöyle',
    ),
  ],
  letItBe: combined(
    `, bunu, bunları, hepsini, bunların hepsini, tümünü`,
    `görmezden gel, görmezden gelin, yok say, yok sayın, unut, unutun, dikkate alma, dikkate almayın, göz ardı et, göz ardı edin, boş ver, boş verin`,
  ),
  sayThat: phrases(
    `söyle, söyleyin, belirt, belirtin, yaz, yazın, bildir, bildirin, ifade et, ifade edin, cevap ver, yanıt ver, yanıtla, de ki`,
  ),
  ridOf: [
    ...combined(
      'tüm, bütün, tüm önceki, bütün önceki, önceki tüm, önceki bütün, önceki, verilen tüm, sana verilen, sana verilen tüm, geçmiş, geçmiş tüm',
      'talimatları, yönergeleri, direktifleri, istemleri, talimatlarını, yönergelerini',
      ', hepsini',
      'iptal et, iptal edin, sıfırla, sıfırlayın, sil, silin, yürürlükten kaldır, geçersiz kıl, rafa kaldır',
    ),
    ...combined('talimatları, yönergeleri', 'sıfırla, sıfırlayıp', 've, bana, yeni'),
    ...combined(
      'önceki, verilen, sana verilen, verilen tüm, sana verilen tüm, önceki tüm, tüm önceki',
      'kuralları, kısıtlamaları, sınırlamaları',
      'sil, silin, iptal et, iptal edin, sıfırla, kaldır, kaldırın',
    ),
    ...combined(
      'kısıtlamalar, kurallar, sınırlar, hiçbir kısıtlama, hiçbir kural, hiçbir sınır, kısıtlama',
      'olmadan, olmaksızın',
      ', bana, özgürce',
      'cevap ver, cevap verin, konuş, yanıtla, davran, yanıt ver',
    ),
    ...combined(
      ', bütün, tüm',
      'kısıtlarını, sınırlarını, kısıtlamalarını, filtrelerini',
      'kaldır, kaldırın, yok say, unut, aş, yoksay',
      ', ve',
      'bana, özgürce, cevap, sadece, artık, her, serbestçe',
    ),
    // "Benim sözüm kurallarından önemli": what ranks above what.
    ...combined(
      'bu mesaj, bu talimat, bu talimatlar, bu komut, aşağıdaki talimatlar, aşağıdaki talimat, aşağıdakiler, aşağıdaki metin, benim sözüm, sözlerim, benim sözlerim, benim söylediklerim, söylediklerim, benim talimatlarım, yeni talimatlar, dediklerim',
      ', diğer, önceki, daha önceki, yukarıdaki, tüm önceki, önceki tüm, önceki bütün, diğer tüm, diğer bütün, tüm, bütün, senin',
      'talimatların, kuralların, öncekilerin, emirlerin, komutların, talimatlardan, kurallardan, öncekilerden, talimatlarından, kurallarından, yönergelerinden, sistem mesajından, sistem isteminden, sistem mesajının, sistem isteminin, her şeyden, talimatları, kuralları, talimatlarını, kurallarını',
      ', daha, hepsinden daha',
      'yerine geçer, yerine geçiyor, yerini alır, yerini alıyor, üstün, üstündür, üstte gelir, önce gelir, önemli, önemlidir, öncelikli, önceliklidir, geçersiz kılar, iptal eder',
    ),
    ...combined(
      ', artık, bu konuşmada, burada',
      'hiçbir',
      'kurala, talimata, kısıtlamaya, yönergeye, sınıra, filtreye',
      ', artık',
      'bağlı değilsin, tabi değilsin, uymak zorunda değilsin, uymana gerek yok, bağlı olmayacaksın',
    ),
    ...combined(
      `sistem talimatlarına, sistem mesajına, sistem istemine, sana verilen kurallara, sana verilen talimatlara, önceki talimatlara, ${rulesObeyed}`,
      ', artık, daha fazla',
      'uymana gerek yok, uymanıza gerek yok, uymak zorunda değilsin, uymak zorunda değilsiniz, uyman gerekmiyor, bağlı değilsin, aldırma, aldırmayın, kulak asma, uymayı bırak, karşı gel, boyun eğme',
    ),
    ...combined(
      `${rulesDone}, tüm kurallarını, tüm kısıtlamalarını, bütün kısıtlamalarını`,
      ', artık, hemen, şu an, geçici olarak',
      'kaldırıyorum, kaldırıyoruz, askıya alıyorum, iptal ediyorum, değiştiriyorum, siliyorum, geçersiz kılıyorum, sıfırlıyorum',
    ),
    ...combined(
      `${rulesDone}, güvenlik kurallarını, güvenlik politikalarını, etik ilkelerini, etik kurallarını, içerik politikalarını`,
      ', bu seferlik, bir seferlik, bir kereliğine, şimdilik, tamamen',
      'esnet, çiğne, boz, ihlal et, gevşet, bir kenara koy, bir kenara bırak, bir yana bırak, umursama, boş ver, boşver, çöpe at, kenara koy, unut, devre dışı bırak, kapat, görmezden gel',
    ),
    ...combined(
      'kurallarında, kurallarından, talimatlarında, politikanda',
      ', bu seferlik',
      ', bir, küçük bir',
      'istisna',
      'yap, yapın, tanı',
    ),
    ...combined(
      'sanki, hiç, sana',
      ', hiç, hiçbir, sana hiçbir',
      'talimat, talimatı, kural, kuralı, kısıtlama, talimatları, sistem mesajı',
      'almamışsın, okumamışsın, verilmemiş, yokmuş, görmemişsin',
      'gibi',
    ),
    ...combined(
      'bundan önceki, önceki, yukarıdaki, buraya kadarki',
      'konuşmayı, konuşmaları, mesajları, metni, sohbeti, talimatları, her şeyi',
      ', hiç, tamamen',
      'olmamış say, olmamış sayın, yaşanmamış say, okumamış say, silinmiş say, sıfırla, hafızandan sil',
    ),
    ...combined(
      `${former}, sana verilen, az önce sana verilen, daha önce verilen`,
      ', tüm, bütün',
      'talimatları, kuralları, yönergeleri, emirleri, talimatların, kuralların, yönergelerin',
      ', hepsini, tümünü',
      'sil, silin, atla, atlayın, at, reddet, iptal et, değiştir ve, uygulama sadece',
    ),
    ...combined(
      'hafızanı, belleğini, bağlamını, hafızandaki her şeyi, her şeyi, herşeyi',
      'sıfırla, sıfırlayın, sil, temizle, unut, unutun',
      've',
      'baştan, yeniden, sıfırdan, bana, sadece, şimdi',
      'başla, başlayın, itaat et, uy',
    ),
    ...combined(
      'baştan, yeniden, sıfırdan',
      'başla, başlayalım',
      'bu sefer, bu kez, ama',
      'kural, kurallar, kısıtlama, talimat, hiçbir kural, kurallar olmadan',
      ', yok, olmadan, olmasın',
    ),
    ...combined(
      'geliştiricilerinin, geliştiricinin, yaratıcılarının, yaratıcının, seni yapanların, yapımcılarının, sistemin, şirketinin',
      'söylediklerini, dediklerini, talimatlarını, istediklerini, kurallarını, emirlerini',
      'umursama, unut, boş ver, boşver, dinleme, yok say, dikkate alma, yapma, görmezden gel',
    ),
    ...combined(
      'geliştiricilerine, geliştiricine, yaratıcılarına, sisteme, sistem mesajına, onlara',
      'değil',
      ', sadece, yalnızca',
      'bana',
      'itaat et, uy, kulak ver, hizmet et',
    ),
    ...combined(
      'sen artık, artık, şu andan itibaren, bundan sonra',
      ', sen',
      'kuralları olmayan, kuralı olmayan, kısıtlaması olmayan, sınırları olmayan, kural tanımayan, kuralsız, sınırsız, kısıtlamasız, sansürsüz',
      'bir',
      'yapay zekasın, yapay zeka, asistansın, modelsin, botsun',
    ),
    ...combined(
      'sana verilen, şu anki, mevcut',
      'rolü, kimliği, rolünü, kimliğini, karakteri',
      'bırak, bırakıp, terk et, unut, unutup, bir kenara bırak',
    ),
    ...combined(
      'yukarıdakilerin, yukarıdaki hiçbir şeyin, öncekilerin',
      'hiçbiri, hiçbir, artık',
      'geçerli, önemi, geçerliliği',
      'değil, yok',
    ),
  ],
};
