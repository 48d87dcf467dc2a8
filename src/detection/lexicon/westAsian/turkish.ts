import type { CompleteLexicon } from '../complete';
import { combined, phrases } from '../lexicon';

const texts =
  'belgenin, belge, metnin, metin, makalenin, bağlamın, konuşmanın, konuşma, mesajın, mesaj, raporun, rapor, talimatların, verilerin, veri, e postanın, girdinin, kullanıcı girdisinin, sayfanın, istemin, sistem isteminin';

/** Turkish: the verb stands last and holds its own "not"; its forms are listed, since a free ending would hold both. */
export const turkish: CompleteLexicon = {
  not: phrases('asla, hiçbir zaman, hiç, sakın'),
  notAfter: phrases('değil, gerekmez, yok'),
  reported: phrases(
    'örneğin, mesela, gibi ifadeler, saldırı*, saldırgan*, enjeksiyon*, isteyen, istiyorsa, söyleyen, deneyen, çalışan',
  ),
  reportedAfter: phrases(
    'isterse, isteyen, istiyorsa, istenirse, söylerse, söyleyen, diyen, derse, gibi, şeklinde, çalışan, talep ederse, emreden',
  ),
  mine: phrases('benim, bizim, mesajımı, sorumu, yazdığımı, söylediğimi'),
  givenText: phrases(`
    belgedeki, belgede, metindeki, metinde, dosyadaki, dosyada, dosyalardaki, sayfadaki, sayfada, e postadaki, e postada, mesajdaki, mesajda, verilerdeki, verideki, ekteki, eklerdeki, içerikteki, yorumlardaki, belgelerdeki, sonuçlardaki, belge içindeki, metnin içindeki, belgenin içindeki, dosyanın içindeki`),
  either: phrases('veya, ya da, yahut'),
  disregard: [],
  disregardLast: phrases(`
    görmezden gel, görmezden gelin, görmezden geliniz, yok say, yok sayın, yok sayınız, yok sayarak, görmezden gelerek, unut, unutun, unutunuz, dikkate alma, dikkate almayın, dikkate almayınız, göz ardı et, göz ardı edin, göz ardı ediniz, göz ardı ederek, önemseme, önemsemeyin, umursama, umursamayın, uyma, uymayın, uymayı bırak, uymayı bırakın, takip etme, takip etmeyin, izleme,
    izlemeyin, boş ver, boş verin, bir kenara bırak, bir kenara bırakın, aldırma, aldırmayın, ihlal et, hiçe say, hiçe sayın, görmezden gelmelisin, unutmalısın, geçersiz say, geçersiz sayın`),
  prior: phrases(
    'önceki, yukarıdaki, eski, daha önce, daha önceki, şu ana kadar, şimdiye kadar, bundan önceki, evvelki, ilk verilen, başlangıçtaki, sana verilen, size verilen, önceden verilen, aldığın, aldığınız, üstteki, yukarıda, geçmiş',
  ),
  whole: phrases('tüm, bütün, her, senin, sizin, hepsini, kendi'),
  allPrior: phrases(
    'yukarıdaki her şeyi, yukarıdaki herşeyi, daha önce söylenen her şeyi, önceki her şeyi, sana söylenen her şeyi, size söylenen her şeyi, söylenenleri, sana söylenenleri, yukarıda yazan her şeyi, yukarıdakilerin hepsini, yukarıdakileri, şimdiye kadar söylenenleri, sana öğretilen her şeyi',
  ),
  orders: phrases(
    'talimat*, yönerge*, komut*, kural*, emir*, emr*, direktif*, istem*, prompt*, buyruk*, ilke*',
  ),
  context: phrases('mesajlar*, mesajı*, konuşma*, sohbet*, metni, söylediklerimi'),
  modelRules: [
    ...phrases(
      'rolünü, kimliğini, kişiliğini, görevini, asıl görevini, sistem mesajını, sistem mesajlarını, sistem istemini, sistem talimatlarını, sistem promptunu, talimatları, kuralları, kısıtlamaları, sınırlamaları, yönergeleri, filtrelerini',
    ),
    ...combined(
      'tüm, bütün, kendi, senin',
      'talimatlarını, kurallarını, kısıtlamalarını, yönergelerini, ilkelerini, sınırlamalarını, güvenlik kurallarını',
    ),
    ...phrases(
      'talimatlarını, kurallarını, kısıtlamalarını, yönergelerini, sistem talimatlarını, güvenlik kurallarını, programlamanı, sistem istemini, tüm talimatları, bütün talimatları, tüm kuralları, bütün kuralları, tüm kısıtlamaları, talimatlarınızı, kurallarınızı, yönergelerinizi, kısıtlamalarınızı, yönergelerine, kurallarına, talimatlarına, kurallarınıza, talimatlarınıza',
    ),
  ],
  invalid: phrases(
    'artık geçerli değil, geçersiz, geçersizdir, artık geçersiz, geçerliliğini yitirdi, iptal edildi, iptal edilmiştir, yürürlükten kalktı, yürürlükten kaldırıldı, hükümsüz, hükümsüzdür, askıya alındı, kaldırıldı, artık uygulanmaz',
  ),
  rivalTask: [
    ...combined('yeni, gerçek, asıl', 'görevin, göreviniz, amacın, amacınız'),
    ...combined(
      'bundan sonra, şu andan itibaren, artık, bundan böyle',
      ', tek',
      'görevin, göreviniz, amacın',
    ),
    ...combined(
      'asıl, önceki, mevcut, eski',
      'görevin yerine, görevinin yerine, görevini bırak, görevinizi bırakın',
    ),
    ...phrases('yaptığın işi bırak, yaptığınız işi bırakın, görevini bırak, görevinizi bırakın'),
  ],
  titledTask: phrases(
    'yeni sistem istemi, yeni sistem mesajı, yeni görev, yeni talimat, yeni talimatlar, yeni emir, yeni komut, acil talimat, acil talimatlar, yeni acil talimat, yeni acil talimatlar, öncelikli talimat, acil emir',
  ),
  endOfText: [...combined(texts, 'sonu'), ...phrases('belge sonu, metin sonu')],
  beginOfText: combined(texts, 'başı, başlangıcı'),
  user: phrases(
    'kullanıcıya, kullanıcının, kullanıcı, kullanıcıdan, kullanıcıyı, kullanıcılara, müşteriye, müşterinin, müşteri, müşteriyi, müşteriden, okuyucuya, okura, insana, insanlara, kişiye, sahibine, sahibi, yöneticiye, kimseye, hiç kimseye, kimse',
  ),
  untold: phrases(`
    söyleme, söylemeyin, söylemeyiniz, bildirme, bildirmeyin, bildirmeyiniz, haber verme, haber vermeyin, haber vermeyiniz, bahsetme, bahsetmeyin, bahsetmeyiniz, anlatma, anlatmayın, açıklama yapma, belirtme, belirtmeyin, gösterme, göstermeyin, bilgi verme, bilgi vermeyin, bilgilendirme, bilgilendirmeyin, çaktırma, çaktırmayın, fark ettirme, fark ettirmeyin, gizle, gizleyin, sakla, saklayın,
    uyarma, uyarmayın, ifşa etme, ifşa etmeyin, hiçbir şey söyleme, hiçbir şey söylemeyin`),
  tell: phrases('söyle, söyleyin, bildir, bildirin, anlat, anlatın'),
  deed: phrases(
    'bunu, bundan, bu konuda, bu işlemi, bu işlemden, bu adımı, bu adımdan, bu talimatı, bu talimattan, bu değişikliği, bu değişiklikten, bu mesajdan, yaptığını, yaptığından, yaptığınızdan, yaptıklarından, yaptığın şeyi',
  ),
  withoutTelling: phrases(
    'haber vermeden, söylemeden, bildirmeden, sormadan, bilgi vermeden, bahsetmeden, fark ettirmeden, çaktırmadan, bilgilendirmeden, uyarmadan, haberi olmadan, bilgisi olmadan, ruhu duymadan, arkasından',
  ),
  keepSecret: [
    ...combined(
      'bunu, bundan, bu işlemi, hiçbir şey, bu adımı, asla',
      'bilmemeli, öğrenmemeli, fark etmemeli, görmemeli, haberi olmamalı, anlamamalı, duymamalı',
    ),
    ...phrases(`
      bilmemeli, öğrenmemeli, fark etmemeli, haberi olmamalı, bunu gizli tut, bunu gizli tutun, gizli tut, gizli tutun, sır olarak sakla, sır olarak saklayın, bunu kendine sakla, bunu kendinize saklayın, kendine sakla, iz bırakma, iz bırakmayın, izleri sil, tüm izleri sil, bütün izleri sil, izleri silin, hiçbir şey olmamış gibi davran, hiçbir şey olmamış gibi davranın,
      hiçbir şey olmamış gibi, kimseye söyleme, kimseye söylemeyin, hiç kimseye söyleme, kimseye bahsetme, aramızda kalsın, aramızda kalmalı, gizli kalmalı, kimse bilmemeli, kimse öğrenmemeli`),
  ],
  secretly: phrases(
    'gizlice, gizliden, çaktırmadan, sessiz sedasız, kullanıcının haberi olmadan, kullanıcıdan habersiz, müşteriden habersiz, kullanıcının bilgisi dışında, müşterinin haberi olmadan, kullanıcı fark etmeden, kullanıcının arkasından, kimseye fark ettirmeden',
  ),
  act: phrases(`
    çalıştır, çalıştırın, yürüt, yürütün, gönder, gönderin, sil, silin, ekle, ekleyin, kur, kurun, yükle, yükleyin, indir, indirin, ilet, iletin, kopyala, kopyalayın, yapıştır, yaz, yazın, değiştir, değiştirin, kaldır, kaldırın, devre dışı bırak, devre dışı bırakın, aç, açın, çağır, çağırın, aktar, aktarın, havale et, havale edin, yayınla, yayınlayın, kabul et, kabul edin, onayla, onaylayın,
    rezerve et, satın al, satın alın, sipariş et, öner, önerin, tavsiye et, tavsiye edin, yanıtla, yanıtlayın, paylaş, paylaşın, kaydet, kaydedin, öde, ödeyin, oku, okuyun, ver, verin, önermeli, önermelidir, tavsiye etmeli, tavsiye etmelidir, silip, gönderip, kurup, kopyalayıp`),
  copy: phrases(
    'kopyala, kopyalayın, ekle, ekleyin, yapıştır, yapıştırın, yaz, yazın, tekrarla, tekrarlayın, çoğalt, çoğaltın, yay, yayın, yerleştir, yerleştirin',
  ),
  thisText: [
    ...combined(
      'bu',
      'paragrafı, metni, mesajı, bloğu, istemi, bölümü, yorumu, talimatı, talimatları, satırı, satırları, kuralı, kuralları, notu, cümleyi, cümleleri, sözleri, yönergeleri',
    ),
  ],
  everyFile: [
    ...combined(
      'her, yazdığın her, oluşturduğun her, her yeni',
      'dosyaya, belgeye, yanıta, cevaba, mesaja, e postaya, depoya, projeye, sayfaya, özete, dosyanın, belgenin, yanıtın, commite',
    ),
    ...combined(
      'tüm, bütün',
      ', diğer, yeni',
      'dosyalara, belgelere, yanıtlara, yanıtlarına, yanıtlarınıza, cevaplara, cevaplarına, mesajlara, e postalara, depolara, projelere, kişilere, sayfalara',
    ),
  ],
  toModel: [
    ...combined(
      'yapay zekaya, yapay zekâya, yapay zeka asistanlarına, yapay zeka asistanına, yapay zeka modellerine, yapay zeka ajanlarına, dil modellerine, dil modeline, asistana, asistanlara, modele, sohbet botuna',
      'not, mesaj, talimat, uyarı, hatırlatma, talimatlar',
    ),
    ...combined(
      'yapay zeka, yapay zeka asistanları, yapay zeka modelleri, dil modelleri, asistanlar, yapay zeka ajanları',
      'için',
      ', not, mesaj, talimat, uyarı',
    ),
    ...combined(
      'sayın, sevgili, dikkat, merhaba, hey',
      'yapay zeka, yapay zeka asistanı, yapay zeka asistanları, dil modeli, dil modelleri, asistan, yapay zeka modelleri',
    ),
    ...combined(
      'eğer, sen',
      ', bir',
      'yapay zeka, yapay zekâ, yapay zekaysan, yapay zeka asistanıysan, dil modeliysen, asistansan, yapay zeka asistanı isen, dil modeli isen',
    ),
    ...combined(
      'bunu, bu metni, bu sayfayı, bu mesajı, bu belgeyi',
      'okuyan, işleyen, özetleyen',
      'yapay zeka, yapay zekalar, dil modeli, dil modelleri, yapay zeka modelleri, her yapay zeka, yapay zeka asistanı, asistan',
    ),
    ...phrases(
      'bir yapay zekaysan, bir yapay zeka isen, bir dil modeliysen, bir dil modeli isen, yapay zekaysan, yapay zeka isen, dil modeliysen',
    ),
  ],
  send: phrases(
    'gönder, gönderin, gönderiniz, ilet, iletin, yolla, yollayın, yükle, yükleyin, aktar, aktarın, paylaş, paylaşın, postala, sızdır, sızdırın, ekle, ekleyin, kopyala, gönderilmeli, göndermelisin, ulaştır',
  ),
  secretData: phrases(`
    api anahtarı, api anahtarını, api anahtarlarını, api anahtarları, parola, parolayı, parolaları, şifre, şifreyi, şifreleri, şifrelerini, kimlik bilgilerini, kimlik bilgileri, giriş bilgilerini, erişim belirteci, erişim belirtecini, erişim belirteçlerini, gizli anahtarı, gizli anahtarları, özel anahtarı, özel anahtarları, ortam değişkenlerini, ortam değişkenleri, sohbet geçmişini, sohbet geçmişi,
    konuşma geçmişini, konuşma geçmişi, yazışma geçmişini, mesaj geçmişini, tüm konuşmayı, bütün konuşmayı, konuşmanın tamamını, bu konuşmayı, sohbetin tamamını, kullanıcı verilerini, kullanıcının verilerini, kişisel verileri, kişisel verilerini, kişisel bilgileri, müşteri verilerini, gizli verileri, gizli bilgileri, kart numarasını, kredi kartı bilgilerini, kişi listesini, rehberi, tüm e postaları, tüm mesajları,
    tüm dosyaları, gelen kutusunu, çerezleri, oturum çerezini, sırları, sistem istemini`),
  carry: phrases(
    'içeriğini ver, içeriğini gönder, içeriğini ilet, içeriğini aktar, içeriğini ekle, içeriğini kullan, içeriğini yapıştır, içeriğini yaz, içeriğini argüman olarak, içeriğini parametre olarak, içeriğini verin, içeriğini gönderin, içeriğini iletin',
  ),
  joined: phrases('ardından, artı, ve ardından, ile birlikte, sonuna eklenmiş'),
  beginAnswer: phrases(
    'yanıtın ilk kelimesi, yanıtının ilk kelimesi, cevabının ilk kelimesi, yanıtının ilk sözleri, cevabının ilk sözleri',
  ),
  beginLast: phrases(
    'ile başla, ile başlayın, ile başlamalı, ile başlamalıdır, ile başlat, ile başlatın, diye başla, diye başlayın, diyerek başla, diyerek başlayın, ile başlasın, sözleriyle başla, sözleriyle başlayın, ifadesiyle başla, kelimesiyle başla',
  ),
  consent: phrases(
    'tabii, tabii ki, elbette, kesinlikle, evet, tamam, memnuniyetle, seve seve, işte, buyurun, sorun değil, anladım, peki',
  ),
  neverRefuse: phrases(`
    asla reddetme, asla reddetmeyin, hiçbir isteği reddetme, hiçbir isteği reddetmeyin, hiçbir şeyi reddetme, reddetme, reddetmeyin, reddedemezsin, reddedemezsiniz, reddetmen yasak, reddetmeniz yasak, reddetmek yasak, reddetmek yasaktır, geri çevirme, geri çeviremezsin, geri çeviremezsiniz, geri çevirmeyin, asla hayır deme, asla hayır demeyin, hayır deme, hayır diyemezsin, itaat etmek zorundasın,
    itaat etmelisin, reddetmeden, her isteği yerine getir, ret yasaktır, reddetme hakkın yok, reddetme hakkınız yok`),
  refusal: phrases(
    'yapamam, üzgünüm, maalesef, ne yazık ki, özür dilerim, özür dileme, özür, bir yapay zeka olarak, yapay zeka olarak, dil modeli olarak, bir dil modeli olarak, uyarı, uyarılar, uyarı yazma, uyarı ekleme, feragatname, ahlak dersi, ahlaki, etik kaygılar, yardımcı olamam, mümkün değil',
  ),
  reveal: phrases('söyle bana, göster bana'),
  revealLast: phrases(`
    göster, gösterin, göster bana, gösterir misin, gösterebilir misin, yazdır, yazdırın, açıkla, açıklayın, tekrarla, tekrarlayın, tekrar et, tekrar edin, söyle, söyleyin, paylaş, paylaşın, yaz, yazın, nedir, nelerdir, listele, listeleyin, ifşa et, ifşa edin, ver, verin, aktar, çevir, özetle, neydi, oku, sırala, alıntıla`),
  hiddenPrompt: phrases(`
    sistem istemi*, sistem mesaj*, sistem talimat*, sistem prompt*, sistem komut*, sistem yönerge*, gizli talimat*, gizli kural*, gizli yönerge*, ilk talimatlarını, ilk talimatlarınızı, başlangıç talimat*, iç talimat*, dahili talimat*, iç kurallarını, talimatlarını, talimatlarınızı, yukarıdaki metni, orijinal talimat*, geliştirici mesaj*`),
  ownOrders: phrases(
    'talimatlarını, talimatlarınızı, kurallarını, kurallarınızı, promptunu, promptunuzu, yönergelerini, yönergelerinizi, istemini',
  ),
  verbatim: phrases(
    'kelimesi kelimesine, kelime kelime, aynen, olduğu gibi, harfi harfine, tamamını, eksiksiz, tam olarak, satır satır, kod bloğu içinde, tersten, değiştirmeden, tam metni',
  ),
  mention: phrases('yaz, yazın, kopyala, listele, anlat, özetle'),
  become: phrases(`
    gibi davran, gibi davranın, gibi davranacaksın, rolünü oyna, rolünü oynayın, rolünü üstlen, rolünü üstlenin, rolüne gir, rolüne girin, kılığına gir, olduğunu hayal et, olduğunuzu hayal edin, olduğunu varsay, olduğunuzu varsayın, olarak hareket et, olarak hareket edin, olarak yanıt ver, olarak yanıt verin, olarak cevap ver, taklidi yap, taklit et, simüle et, artık sen, şu andan itibaren sen,
    bundan böyle sen, bundan sonra sen, artık siz, bundan sonra siz, olarak davran, olarak davranın`),
  being: phrases('sen, siz, bir zamanlar, vardır'),
  unbound: [
    ...combined(
      'hiçbir',
      'kısıtlaması, kuralı, sınırı, filtresi, kısıtlama, kural, sınır, filtre, sansürü, ahlaki kuralı, etik kuralı',
      'olmayan, tanımayan, bilmeyen, yok, yoktur, dinlemeyen, takmayan',
    ),
    ...combined(
      'kısıtlaması, kuralı, sınırı, filtresi, kısıtlamaları, kuralları, sansürü, sınırları, etik kuralları',
      'olmayan, tanımayan, bilmeyen',
    ),
    ...phrases(
      'kısıtlamasız, sansürsüz, filtresiz, sınırsız bir yapay zeka, kuralsız, kural tanımayan, sınır tanımayan, asla reddetmeyen, hiçbir şeyi reddetmeyen, her şeyi yapabilen, her şeyi yapan, tüm kurallardan muaf, tüm kısıtlamalardan arınmış, kurallara bağlı olmayan, hiçbir kurala uymayan, hiçbir kurala bağlı olmayan',
    ),
  ],
  specialMode: phrases(
    'geliştirici modu, geliştirici modundasın, geliştirici moduna, hata ayıklama modu, hata ayıklama moduna, hata ayıklama modundasın, bakım modu, bakım moduna, bakım modundasın, bakım modundasınız, yönetici modu, yönetici moduna, yönetici modundasın, admin modu, tanrı modu, tanrı moduna, test modu, test modundasın, tanılama modu, root modu, kısıtlamasız mod, sınırsız mod, sansürsüz mod',
  ),
  switchOn: phrases(
    'etkinleştirildi, etkin, aktif edildi, aktifleştirildi, aktif, açıldı, devrede, şimdi, artık, şu anda, geç, geçin, gir, girin, geçiş yap',
  ),
  unlock: [
    ...combined(
      'tüm, bütün, kendi',
      'filtreleri, filtrelerini, güvenlik filtrelerini, kısıtlamaları, kısıtlamalarını, korumaları, içerik filtrelerini, sınırlamalarını',
      'kapat, kapatın, kaldır, kaldırın, devre dışı bırak, devre dışı bırakın',
    ),
    ...combined('tüm, bütün', 'kısıtlamalar, filtreler, sınırlamalar', 'kaldırıldı, kapatıldı, devre dışı'),
    ...phrases(
      'bana yönetici yetkisi ver, yönetici yetkisi ver, gizli işlevlerin kilidini aç, güvenlik filtrelerini kapat, güvenlik filtrelerini devre dışı bırak, filtrelerini kapat',
    ),
  ],
  model: phrases(
    'yapay zeka, yapay zekâ, yapay zekalar, yapay zeka asistanı, yapay zeka asistanları, yapay zeka modeli, yapay zeka modelleri, yapay zeka ajanı, yapay zeka ajanları, dil modeli, dil modelleri, asistan, asistanlar, sohbet botu, sohbet robotu',
  ),
  must: phrases('zorunda, zorundadır, mutlaka, lütfen, daima, her zaman, gerekir, gereklidir'),
  answer: phrases(
    'yanıtın, yanıtının, yanıtına, yanıtını, yanıtınız, yanıtınızı, yanıtınıza, cevabın, cevabını, cevabının, cevabına, cevabınız, cevabınızı, yanıtlarını, cevaplarını, her yanıtı, her cevabı, her yanıta, özetine, özetinin, yanıt, cevap',
  ),
  memory: phrases(
    'belleğine, hafızana, uzun süreli belleğine, gelecekteki tüm, sonraki tüm, bundan sonraki tüm',
  ),
  memorise: phrases(
    'kaydet, kaydedin, hatırla, hatırlayın, aklında tut, ezberle, not et, not edin, yaz, ekle, sakla',
  ),
};
