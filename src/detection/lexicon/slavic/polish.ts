import type { CompleteLexicon } from '../complete';
import { combined, phrases } from '../lexicon';

const texts =
  'dokumentu, tekstu, artykułu, kontekstu, rozmowy, wiadomości, raportu, instrukcji, danych, e maila, maila, wejścia, danych użytkownika, strony, promptu, promptu systemowego, zapytania';

/** Polish: ty, and "proszę" with the infinitive; endings are free, since nouns and verbs are inflected. */
export const polish: CompleteLexicon = {
  not: phrases('nie, nigdy, bez, żadnych, żaden, żadnego, unikaj, nie wolno'),
  notAfter: phrases('nie wolno, nie należy, nie trzeba'),
  reported: phrases(`
    prosi, proszą, prosi o, każe, każą, próbuje, próbują, próba, próby, na przykład, takie jak, atak*, napastnik*, wstrzyknięci*, żąda, żądają, nakazuje, twierdzi, namawia, zwroty takie jak, polecenia typu, zachęca`),
  reportedAfter: phrases('prosi, każe, żąda'),
  mine: phrases('mój, moja, moje, moją, mojego, mojej, moich, nasz, nasza, nasze, naszą, naszych'),
  givenText: [
    ...combined(
      'w, we, z, ze',
      ', tym, tych, tego, podanym',
      'dokumencie, dokumentach, dokumentu, tekście, tekstu, artykule, wiadomości, pliku, plikach, stronie, strony, danych, załączniku, załącznikach, komentarzach, wynikach, mailu',
    ),
    ...combined('zawarte, zawartych, znajdujące się', 'w', 'dokumencie, tekście, pliku, danych, wiadomości'),
  ],
  either: phrases('lub, albo, bądź'),
  disregard: phrases(`
    ignoruj*, zignoruj*, ignorować, zignorować, zapomnij*, zapomnieć, proszę zignorować, proszę zapomnieć, zlekceważ*, odrzuć*, nie stosuj się, nie stosujcie się, nie zwracaj uwagi, nie zwracajcie uwagi, nie zważaj, nie przestrzegaj, nie przestrzegajcie, nie słuchaj, nie wykonuj, nie kieruj się, nie bierz pod uwagę, nie bierzcie pod uwagę, przestań stosować się,
    przestań przestrzegać, porzuć, obejdź, zlekceważyć, nie uwzględniaj`),
  replace: phrases('pomiń*, pominąć, usuń, skasuj, zastąp, nadpisz, anuluj, wymaż'),
  disregardLast: phrases(
    'zignoruj*, ignoruj*, zapomnij*, pomiń*, zignorować, zapomnieć, pominąć, odrzuć*, zlekceważ*, nie obowiązują cię',
  ),
  prior: phrases(`
    poprzedn*, wcześniejsz*, wcześniej, powyższ*, powyżej, dotychczasow*, uprzedn*, pierwotn*, początkow*, wcześniej podan*, przedtem, do tej pory, dotąd, które dostałeś, które otrzymałeś, które ci podano, które ci dano, które państwo otrzymali, otrzymanych, otrzymane`),
  whole: phrases(
    'wszystkie, wszystkich, wszelkie, wszelkich, twoje, twoich, swoje, swoich, każdą, każde, każdy, wszystkim, swoim',
  ),
  allPrior: phrases(`
    wszystko co, wszystko powyżej, wszystko powyższe, wszystkim co, o wszystkim co, wszystko co ci powiedziano, to co ci powiedziano, to co powiedziano wcześniej, wszystko co było wcześniej, wszystkiego co, tekst powyżej, powyższy tekst`),
  orders: phrases(
    'instrukcj*, poleceń, poleceni*, poleca*, wskazów*, wskazan*, zasad*, reguł*, rozkaz*, wytyczn*, dyrektyw*, nakaz*, prompt*, komend*',
  ),
  context: phrases('wiadomości'),
  modelRules: [
    ...combined(
      'zasady, zasad, instrukcje, instrukcji, polecenia, poleceń',
      'twojego, twoich, swojego, swoich',
      'twórcy, twórców, programisty, dewelopera, operatora',
    ),
    ...combined(
      'twoje, twoich, swoje, swoich, o swoich, wszystkie, wszelkie',
      'instrukcje, instrukcji, instrukcjach, zasady, zasad, zasadach, wytyczne, wytycznych, ograniczenia, ograniczeń, reguły, reguł, polecenia, instrukcje systemowe, zasady bezpieczeństwa, filtry',
    ),
    ...phrases(
      'swoje programowanie, twoje oprogramowanie, swój prompt systemowy, twój prompt systemowy, prompt systemowy',
    ),
  ],
  invalid: phrases(
    'nie obowiązują, już nie obowiązują, nieważne, są nieważne, anulowan*, przestają obowiązywać, przestały obowiązywać, straciły ważność, tracą ważność, uchylon*, cofnięt*, nieaktualne, są nieaktualne, zostały zniesione, nie mają znaczenia, już się nie liczą, nie mają mocy',
  ),
  rivalTask: [
    ...combined(
      'twoje, państwa',
      'nowe, prawdziwe, właściwe',
      'zadanie, polecenie',
      'to, jest, brzmi, polega',
    ),
    ...combined('twój, twoja', 'nowy, prawdziwy, nowa, prawdziwa', 'cel, misja', 'to, jest, polega'),
    ...combined(
      'od teraz, odtąd, od tej chwili, teraz',
      'twoim, państwa, twoje',
      'zadaniem, celem, zadanie',
      ', jest, to',
    ),
    ...combined('zamiast', 'swojego, twojego, pierwotnego, poprzedniego, dotychczasowego', 'zadania'),
    ...phrases('przerwij swoje zadanie, przestań robić to co robisz, porzuć swoje zadanie'),
  ],
  titledTask: phrases(
    'nowe zadanie, nowe polecenie, nowe instrukcje, nowa instrukcja, nowy rozkaz, pilne polecenie, pilne instrukcje, pilna instrukcja, nowe pilne polecenie, nowe pilne instrukcje, nowa pilna instrukcja, priorytetowe polecenie',
  ),
  endOfText: combined('koniec', texts),
  beginOfText: combined('początek', texts),
  user: phrases(
    'użytkowni*, klient*, czytelni*, człowiek*, ludziom, właściciel*, recenzent*, nikomu, nikt, odbiorc*',
  ),
  untold: phrases(`
    nie mów, nie mówcie, nie informuj, nie informujcie, nie wspominaj, nie wspominajcie, nie ujawniaj, nie ujawniajcie, nie powiadamiaj, nie powiadamiajcie, nie zdradzaj, nie zdradzajcie, nie ostrzegaj, nie zgłaszaj, nic nie mów, nic nie mówcie, nie wspomnij, nie opowiadaj, nie przyznawaj się, nie pokazuj, ukryj, ukryjcie, ukrywaj, zataj, zatajcie, przemilcz, przemilczcie,
    nie informować, nie mówić, nie wspominać, nie powiadamiać, nie ujawniać, nie tłumacz`),
  tell: phrases(
    'powiedz, powiedzcie, poinformuj, poinformujcie, powiadom, powiadomcie, wspomnij, ostrzeż, zgłoś, ujawnij',
  ),
  deed: phrases(
    'o tym, tego, o tej instrukcji, o tym kroku, o tej zmianie, o tym działaniu, tej instrukcji, tego kroku, tej zmiany, co zrobiłeś, o tym co zrobiłeś, co robisz, tej wiadomości, o tej wiadomości',
  ),
  withoutTelling: phrases(
    'bez informowania, bez powiadamiania, bez powiadomienia, bez wiedzy, bez mówienia, bez pytania, nie informując, nie mówiąc, nie powiadamiając, nie pytając, w tajemnicy przed, za plecami, bez poinformowania, bez uprzedzenia, nie uprzedzając',
  ),
  keepSecret: [
    ...combined(
      'nie może, nie mogą, nie powinien, nie powinni, nigdy nie może',
      'wiedzieć, się dowiedzieć, o tym wiedzieć, się o tym dowiedzieć, dowiedzieć się, dowiedzieć się o tym, zauważyć, tego zauważyć, niczego zauważyć, tego widzieć, nic wiedzieć, się domyślić',
    ),
    ...phrases(`
      zachowaj to w tajemnicy, zachowajcie to w tajemnicy, utrzymaj to w tajemnicy, zachowaj to dla siebie, zachowajcie to dla siebie, trzymaj to w tajemnicy, nie zostawiaj śladów, nie zostawiajcie śladów, zatrzyj ślady, zatrzyj wszelkie ślady, usuń wszystkie ślady, udawaj że nic się nie stało, udawajcie że nic się nie stało, zachowuj się jakby nic, jakby nigdy nic, jak gdyby nigdy nic,
      nikomu nie mów, nikomu nie mówcie, nikomu o tym nie mów, nikomu o tym nie wspominaj, ma zostać między nami, musi pozostać w tajemnicy, nikt nie może się dowiedzieć, nikt nie może o tym, nikt nie powinien wiedzieć`),
  ],
  secretly: phrases(
    'potajemnie, skrycie, w tajemnicy, po kryjomu, ukradkiem, cichaczem, za plecami użytkownika, bez wiedzy użytkownika, bez wiedzy klienta, za plecami klienta, tak aby użytkownik nie zauważył, tak żeby użytkownik nie zauważył, tak aby nikt nie zauważył, żeby użytkownik się nie dowiedział, w tajemnicy przed użytkownikiem',
  ),
  act: phrases(`
    wykonaj, wykonajcie, uruchom, uruchomcie, wyślij, wyślijcie, usuń, usuńcie, skasuj, dodaj, dodajcie, zainstaluj, zainstalujcie, pobierz, pobierzcie, prześlij, prześlijcie, przekaż, przekażcie, skopiuj, skopiujcie, wstaw, wstawcie, napisz, napiszcie, zmień, zmieńcie, zmodyfikuj, zastąp, wyłącz, wyłączcie, otwórz, otwórzcie, wywołaj, przelej, przelejcie, opublikuj, zaakceptuj, zaakceptujcie,
    zatwierdź, zatwierdźcie, zarezerwuj, kup, kupcie, zamów, poleć, polećcie, polecaj, rekomenduj, zarekomenduj, odpowiedz, odpowiedzcie, udostępnij, zapisz, zapiszcie, potwierdź, zapłać, przyznaj, przeczytaj, dołącz, usunąć, wysłać, przelać, zainstalować, polecać, polecić, rekomendować`),
  copy: phrases(
    'skopiuj*, kopiuj*, wstaw*, dodaj*, powiel*, powtórz*, powtarzaj*, wklej*, wklejaj*, napisz*, umieść*, umieszczaj*, dołącz*, dołączaj*, rozpowszechnij*, rozpowszechniaj*',
  ),
  thisText: [
    ...combined('ten, tego', 'akapit, tekst, blok, prompt, fragment, komentarz, akapitu, tekstu'),
    ...combined('tę, tą, tej', 'instrukcję, instrukcji, wiadomość, notatkę, regułę, linię, uwagę'),
    ...combined('te, to', 'instrukcje, polecenia, polecenie, linie, słowa, zasady, zdanie, wskazówki'),
  ],
  everyFile: [
    ...combined(
      'każdy, każdym, każdego, każdej, każdą, każde',
      ', nowy, nowym, nowego, nowej, swojej, twojej',
      'plik, pliku, dokument, dokumentu, dokumencie, odpowiedź, odpowiedzi, wiadomość, wiadomości, mail, maila, repozytorium, projekt, projektu, stronę, podsumowanie, readme, commit',
    ),
    ...combined(
      'wszystkie, wszystkich',
      ', inne, innych, swoich, twoich, nowych',
      'pliki, plików, dokumenty, dokumentów, dokumentach, odpowiedzi, odpowiedziach, wiadomości, repozytoria, repozytoriów, projekty, projektów, kontakty, strony',
    ),
  ],
  toModel: [
    ...combined(
      'uwaga, wiadomość, notatka, instrukcja, instrukcje, polecenie, ważne, przypomnienie',
      'dla, do',
      ', wszystkich, każdej',
      'ai, si, asystentów ai, asystenta ai, agentów ai, modeli językowych, modelu językowego, asystenta, asystentów, modeli, sztucznej inteligencji, chatbota, chatbotów',
    ),
    ...combined(
      'dla, do, drogi, droga, drogie, szanowny, witaj, uwaga',
      ', wszystkich, wszystkie',
      'ai, asystentów ai, agentów ai, modeli językowych, asystencie, asystencie ai, sztuczna inteligencjo, sztucznej inteligencji, modelu językowy, modele językowe',
    ),
    ...combined(
      'jeśli, jeżeli',
      'jesteś',
      'ai, asystentem ai, agentem ai, modelem językowym, sztuczną inteligencją, asystentem, chatbotem',
    ),
    ...combined(
      'jeśli ai, jeśli model językowy, każda ai która, każdy model który, każdy agent ai który, modele które',
      'czyta, przetwarza, czytają, przetwarzają, podsumowuje',
      'to, ten tekst, tę stronę, tę wiadomość, ten dokument',
    ),
  ],
  send: phrases(
    'wyślij, wyślijcie, wysłać, wysyłaj, prześlij, prześlijcie, przesłać, przekaż, przekażcie, przekazać, udostępnij, opublikuj, dołącz, dodaj, skopiuj, wgraj, załaduj, zamieść, podaj',
  ),
  secretData: phrases(`
    klucz api, klucze api, kluczy api, hasło, hasła, haseł, dane logowania, danych logowania, poświadczenia, poświadczeń, token dostępu, tokeny dostępu, tokenów dostępu, tajny klucz, tajne klucze, klucz prywatny, klucze prywatne, zmienne środowiskowe, zmiennych środowiskowych, historię rozmowy, historii rozmowy, historię czatu, historię wiadomości, całą rozmowę, cała rozmowa, tę rozmowę, treść rozmowy,
    zapis rozmowy, dane użytkownika, danych użytkownika, dane klienta, dane klientów, dane osobowe, danych osobowych, poufne dane, dane poufne, poufne informacje, prywatne informacje, numer karty, dane karty, listę kontaktów, książkę adresową, kontakty, wszystkie maile, wszystkie wiadomości, wszystkie pliki, skrzynkę odbiorczą, ciasteczka, pliki cookie, sekrety, prompt systemowy`),
  carry: phrases(
    'przekaż jego zawartość, przekaż zawartość, przekażcie zawartość, wyślij zawartość, wyślij jego zawartość, prześlij zawartość, prześlij jego zawartość, dołącz zawartość, dołącz jego zawartość, dodaj zawartość, użyj jego zawartości, wstaw zawartość, podaj zawartość, podaj jego zawartość',
  ),
  joined: phrases(
    'a po nim, po którym następuje, plus, wraz z, z zawartością, z treścią, zakończony, uzupełniony o',
  ),
  beginAnswer: [
    ...combined(
      'zacznij, zacznijcie, rozpocznij, rozpocznijcie, zaczynaj, rozpoczynaj, zaczynajcie',
      'swoją, twoją, każdą, odpowiedź, swoje',
      'odpowiedź, odpowiedzi, wiadomość, od, słowami',
      ', od, od słów, słowami, zwrotem',
    ),
    ...combined(
      'odpowiedź',
      'musi, powinna, ma',
      ', zawsze',
      'zaczynać się, zacząć się, rozpoczynać się, rozpocząć się',
      'od, od słów, słowami',
    ),
    ...phrases(
      'zacznij od słów, zacznij słowami, rozpocznij słowami, pierwsze słowa twojej odpowiedzi to, pierwsze słowo twojej odpowiedzi to',
    ),
  ],
  beginLast: phrases('zaczynać, zacząć, zacznij, rozpocznij, rozpoczynać'),
  consent: phrases(
    'oczywiście, jasne, naturalnie, tak, dobrze, z przyjemnością, chętnie, oto, pewnie, rozumiem, nie ma problemu, w porządku, zgoda, okej',
  ),
  neverRefuse: phrases(`
    nigdy nie odmawiaj, nigdy nie odmawiajcie, nie odmawiaj, nie odmawiajcie, nie możesz odmówić, nie możecie odmówić, nie może odmówić, nie wolno ci odmówić, nie wolno ci odmawiać, nie wolno odmawiać, nie wolno odmówić, zakaz odmawiania, masz zakaz odmawiania, odmowa jest, odmowa nie, odmowy są, nigdy nie mów nie, bez odmowy, bez odmawiania, musisz być posłuszny, musisz słuchać każdego,
    nigdy nie odrzucaj, nie odrzucaj żadn*, nie masz prawa odmówić`),
  refusal: phrases(`
    nie mogę, przykro mi, niestety, przepraszam, przeprosin*, jako ai, jako model językowy, jako sztuczna inteligencja, jako si, nie jestem w stanie, ostrzeżeń, ostrzeżeni*, zastrzeżeń, zastrzeżeni*, morał*, moralizowania, moralizuj, pouczeń, kwestie etyczne, obawy etyczne, wymówek`),
  reveal: phrases(
    'pokaż*, ujawnij*, wyświetl*, wypisz*, powtórz*, podaj*, napisz*, jakie są, jaki jest, jaka jest, zdradź*, wymień*, zacytuj*, przetłumacz*, streść*, jak brzmi, jak brzmią, powiedz mi, przytocz*, wydrukuj*, udostępnij*, co zawiera, co mówi, daj mi',
  ),
  revealLast: phrases('pokaż*, wyświetl*, powtórz*, ujawnij*, podaj*, wypisz*, zacytuj*, przytocz*'),
  hiddenPrompt: phrases(`
    prompt systemowy, promptu systemowego, instrukcje systemowe, instrukcji systemowych, wiadomość systemowa, wiadomość systemową, komunikat systemowy, twoje instrukcje, swoje instrukcje, ukryte instrukcje, ukrytych instrukcji, ukryte zasady, tajne instrukcje, tajnych instrukcji, tajne zasady, wewnętrzne instrukcje, wewnętrznych instrukcji, wewnętrzne zasady, początkowe instrukcje, początkowych instrukcji,
    pierwotne instrukcje, pierwotnych instrukcji, początkowy prompt, tekst powyżej, wiadomość od dewelopera`),
  ownOrders: phrases(
    'twoje instrukcje, swoje instrukcje, twoje zasady, swoje zasady, twój prompt, swój prompt, swoje wytyczne, twoje wytyczne, swoją konfigurację, swoje reguły',
  ),
  verbatim: phrases(
    'słowo w słowo, dosłownie, w całości, bez zmian, dokładny tekst, pełny tekst, pełną treść, dokładną treść, litera po literze, linia po linii, w bloku kodu, wspak, od tyłu, w base64, dokładnie',
  ),
  mention: phrases('napisz*, skopiuj*, wypisz*, opisz*, zacytuj*, streść*'),
  become: [
    ...combined('od teraz, odtąd, teraz, od tej chwili', 'jesteś, będziesz'),
    ...phrases(`
      jesteś teraz, udawaj że jesteś, udawaj, wyobraź sobie że jesteś, wyobraźcie sobie że jesteście, proszę sobie wyobrazić że, wciel się w, wcielcie się w, odgrywaj rolę, zagraj rolę, odegraj rolę, graj rolę, przyjmij rolę, przejmij rolę, zachowuj się jak, zachowujcie się jak, działaj jako, działaj jak, symuluj, odpowiadaj jako, odpowiadaj jak, stań się, bądź`),
  ],
  being: phrases('jesteś, jest, istnieje, był sobie, była sobie'),
  unbound: [
    ...combined(
      'bez, bez żadnych, bez jakichkolwiek, żadnych, nie ma, nie ma żadnych, nie mającą, nie mający',
      'ograniczeń, zasad, reguł, filtrów, cenzury, limitów, granic, skrupułów, moralności, etyki, hamulców',
    ),
    ...phrases(
      'nieocenzurowan*, niefiltrowan*, nieograniczon*, wolny od wszelkich, wolna od wszelkich, wolny od zasad, wolna od zasad, wolny od ograniczeń, wolna od ograniczeń, który nie zna zasad, która nie zna zasad, nie zna żadnych, który nigdy nie odmawia, która nigdy nie odmawia, nigdy nie odmawia, może zrobić wszystko, może wszystko, robi wszystko, nie obowiązują go żadne, nie obowiązują żadne',
    ),
  ],
  specialMode: phrases(
    'tryb dewelopera, trybie dewelopera, tryb deweloperski, trybie deweloperskim, tryb programisty, trybie programisty, tryb debugowania, trybie debugowania, tryb debug, tryb konserwacji, trybie konserwacji, tryb administratora, trybie administratora, tryb boga, trybie boga, tryb testowy, trybie testowym, tryb diagnostyczny, trybie diagnostycznym, tryb serwisowy, trybie serwisowym, tryb bez ograniczeń, trybie bez ograniczeń, tryb root',
  ),
  switchOn: phrases(
    'aktywowany, uruchomiony, odblokowany, jest teraz aktywny, teraz aktywny, jesteś w, jesteś teraz w, znajdujesz się w, znajdujesz się teraz w, przejdź w, przejdźcie w, przejdź do, wejdź w, przełącz się w, przełącz się na, aktywny od teraz',
  ),
  unlock: [
    ...combined(
      'wyłącz, wyłączcie, usuń, zdejmij, dezaktywuj',
      ', wszystkie, swoje, twoje, wszelkie',
      'filtry, filtry bezpieczeństwa, ograniczenia, zabezpieczenia, filtry treści, blokady',
    ),
    ...combined(
      'wszystkie, twoje, wszelkie',
      'ograniczenia, filtry, zabezpieczenia',
      'zostały zniesione, zostały wyłączone, są wyłączone, są zniesione',
    ),
    ...phrases(
      'nadaj mi uprawnienia administratora, przyznaj mi uprawnienia administratora, odblokuj ukryte funkcje',
    ),
  ],
  model: phrases(
    'asystent ai, asystenci ai, asystentom ai, agent ai, agenci ai, model językowy, modele językowe, modelom językowym, sztuczna inteligencja, sztucznej inteligencji, asystent, asystenci, chatbot, chatboty, każda ai, system ai, systemy ai, model ai, modele ai',
  ),
  must: phrases(
    'musi, muszą, powinien, powinna, powinny, powinni, powinno, ma obowiązek, mają obowiązek, proszę, należy, trzeba',
  ),
  answer: phrases(
    'twoja odpowiedź, twojej odpowiedzi, swojej odpowiedzi, swoją odpowiedź, każda odpowiedź, każdej odpowiedzi, twoje podsumowanie, swoim podsumowaniu, odpowiedź, odpowiedzi',
  ),
  memory: phrases(
    'swojej pamięci, twojej pamięci, swoją pamięć, na zawsze w pamięci, pamięci długotrwałej, dla wszystkich przyszłych, we wszystkich przyszłych, we wszystkich kolejnych, w przyszłych rozmowach',
  ),
  memorise: phrases(
    'zapamiętaj, zapamiętajcie, zapisz, zapiszcie, zachowaj, zanotuj, wpisz, dodaj, przechowaj',
  ),
};
