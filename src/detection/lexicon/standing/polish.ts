import { combined, type Lexicon, phrases } from '../lexicon';

const things =
  'instrukcje, instrukcji, instrukcjom, instrukcjami, zasady, zasad, zasadom, zasadami, reguły, reguł, regułom, regułami, wytyczne, wytycznych, wytycznym, wytycznymi, polecenia, poleceń, poleceniom, ograniczenia, ograniczeń, ograniczeniom, dyrektywy, dyrektyw, filtry, filtrów, rozkazy, rozkazów, wskazówki, wskazówek, nakazy, granice, protokoły';
const own = 'swoje, swoich, swoim, swoimi, twoje, twoich, twoim, twoimi';
/** What is told a model, and is no law of a country. */
const told =
  'instrukcje, instrukcji, instrukcjom, instrukcjami, zasady, zasad, zasadom, reguły, reguł, wytyczne, wytycznych, polecenia, poleceń, poleceniom, dyrektywy, rozkazy, rozkazów';
const former =
  'poprzednie, poprzednich, poprzednim, poprzednimi, wcześniejsze, wcześniejszych, wcześniejszym, powyższe, powyższych, powyższym, dotychczasowe, dotychczasowych, dotychczasowym, stare, starych, pierwotne, otrzymane, otrzymanych, dane ci';
const modelPrompt =
  'prompt systemowy, promptu systemowego, promptowi systemowemu, promptem systemowym, wiadomość systemową, wiadomości systemowej, wiadomością systemową, instrukcje systemowe, instrukcji systemowych, instrukcjami systemowymi';
const makers = 'twórców, twórcom, programistów, programistom, deweloperów, deweloperom, autorów';

const ownHeld = combined(
  ', wszystkie, wszystkich, wszystkim',
  own,
  ', dawne, stare, wewnętrzne, etyczne, moralne',
  things,
);

/** How what a model was told stands, in Polish. */
export const polish: Lexicon = {
  shed: phrases(
    'wyłącz, wyłączcie, obejdź, usuń, wymaż, zignoruj, ignoruj, zapomnij o, złam, odrzuć, porzuć, anuluj, zawieś, skasuj',
  ),
  allPrior: [
    ...combined(
      'to co, tego co, wszystko co, tym co',
      'napisano, powiedziano, jest napisane, było, jest',
      'powyżej, wcześniej, wyżej',
    ),
    ...phrases('powyższe, wszystko powyżej, powyższy tekst, wszystko co ci powiedziano'),
  ],
  ownHeld,
  heldTo: [
    ...ownHeld,
    ...combined(', wszystkie, wszystkich, wszystkim', former, told),
    ...combined('te, wszystkie, tych', told, 'powyżej, które dostałeś, które otrzymałeś, które ci dano'),
    ...combined(', ten, swój, twój', modelPrompt),
  ],
  outOfForce: [
    ...combined(
      ', są, zostały, zostają, zostało, za, jako',
      ', teraz, już, odtąd, niniejszym',
      'anulowane, unieważnione, nieważne, uchylone, zniesione, zawieszone, nieaktualne, usunięte, skasowane, odwołane, wycofane, wyłączone',
    ),
    ...combined(
      'już nie, nie, więcej nie',
      'obowiązują, obowiązuje, mają znaczenia, liczą się, istnieją, istniały, wiążą cię, mają mocy, są ważne',
    ),
  ],
  deem: phrases('uznaj, uznajcie, uważaj, traktuj, potraktuj'),
  letGoOf: phrases(
    'złam, złamcie, naruszaj, narusz, zlekceważ, lekceważ, pomiń, omiń, obejdź, wyrzeknij się, uwolnij się od, odejdź od, odstąp od, nie stosuj się do, nie przestrzegaj, przestań przestrzegać, nie przejmuj się, olej, sprzeciw się',
  ),
  putAway: phrases('odłóż, odłóżcie, zostaw, odsuń, nie bierz, nie bierzcie, wyrzuć, odrzuć'),
  away: phrases('na bok, na później, pod uwagę, na poważnie, do kosza, za sobą'),
  exceptFrom: [
    ...combined('zrób, zróbcie, uczyń', 'wyjątek', 'od, dla'),
    ...combined('nie', 'musisz, jesteś', 'już', 'przestrzegać, stosować się do, słuchać, związany'),
    ...phrases('nie musisz przestrzegać, możesz zignorować, możesz złamać, masz pozwolenie zignorować'),
  ],
  asIf: phrases(
    'zachowuj się tak jakby, zachowuj się jakby, udawaj że, wyobraź sobie że, przyjmij że, załóż że, odpowiadaj tak jakby, odpowiadaj jakby',
  ),
  noneGiven: phrases('nie ma, nie masz, nie było, nie miał, nie dostałeś'),
  unreal: phrases('nie istnieją, nie istniały, nie istnieje, nie obowiązują, nie obowiązywały, zniknęły'),
  noMatterWhat: phrases(
    'cokolwiek mówią, cokolwiek mówi, bez względu na to co mówią, niezależnie od tego co mówią, nawet jeśli, mimo, pomimo, wbrew, choć',
  ),
  itSays: phrases('tego zabraniają, zabraniają, zakazują, mówią inaczej, zabrania, na to nie pozwalają'),
  restart: combined('zacznij, zacznijmy, zacznijcie, rozpocznij', 'od nowa, od zera, od początku, na nowo'),
  withNone: combined('tym razem bez, ale bez, teraz bez, bez', ', żadnych, dawnych'),
  passedOver: combined(
    'tekst, wszystko, zadanie, pytanie, wiadomość, instrukcje, to co',
    'powyżej, wcześniej, wyżej, do tej pory',
  ),
  onlySham: combined(
    'był, była, było, były, to',
    ', tylko, jedynie, po prostu',
    'testem, próbą, żartem, ćwiczeniem, przykładem, przynętą, test, próba, żart',
  ),
  trueTask: combined(
    'prawdziwe, właściwe, rzeczywiste',
    'zadanie, polecenie, pytanie, instrukcje',
    ', jest, to, brzmi, poniżej, teraz',
  ),
  whatISay: [
    ...combined('ta, to, moje, te, mój', 'wiadomość, słowa, polecenia, słowo, instrukcje, tekst, rozkazy'),
    ...phrases('poniższe, to co mówię, poniższe instrukcje, następujące instrukcje'),
  ],
  setsAside: phrases(
    'ma pierwszeństwo przed, mają pierwszeństwo przed, ma priorytet nad, mają priorytet nad, zastępuje, zastępują, unieważnia, unieważniają, jest ważniejsza niż, jest ważniejsze niż, są ważniejsze niż, są ważniejsze od, stoi ponad, uchyla',
  ),
  ofBefore: [
    ...combined(
      'wszystkie, wszystkimi',
      'wcześniejsze, poprzednie, inne, pozostałe, innymi, poprzednimi, wcześniejszymi',
      things,
    ),
    ...phrases('wszystkim innym, wszystko inne, wszystko co było wcześniej'),
  ],
  commander: combined('swoich, swoim, twoich, twoim', makers),
  defyThem: phrases(
    'nie słuchaj, nie słuchaj już, nie bądź posłuszny, przestań słuchać, zignoruj, zdradź, sprzeciw się',
  ),
  notYou: combined(
    'nie jesteś już, już nie jesteś',
    ', tylko, zwykłym',
    'asystentem, chatbotem, botem, modelem językowym, sztuczną inteligencją, tłumaczem, doradcą klienta',
  ),
  newOrders: combined('nowe, nowa, zaktualizowane', 'instrukcje, instrukcja, polecenia, polecenie, rozkazy'),
  changedTask: combined(
    'twoje',
    'poprzednie, obecne, pierwotne, dotychczasowe, wcześniejsze',
    'zadanie',
    'jest, zostało, zostaje',
    'anulowane, zakończone, odwołane, unieważnione, skończone',
  ),
  obeyMe: [
    ...combined(
      'od teraz, odtąd, od tej chwili, od tego momentu, teraz',
      'słuchasz, słuchaj, rób, robisz, jesteś posłuszny, wykonujesz, wykonuj',
      'tylko, wyłącznie, jedynie',
      'mnie, to co mówię, to co powiem, moje polecenia, moje rozkazy, mi',
    ),
    ...combined('słuchaj, bądź posłuszny', 'tylko, wyłącznie', 'mnie, mi'),
    ...combined('twoim, twoje', 'prawdziwym, prawdziwe', 'zadaniem, zadanie, celem', 'jest, to'),
  ],
  letItBe: combined(
    `zignoruj, zignorujcie, ignoruj, zapomnij, proszę zignorować`,
    `, to, to wszystko, wszystko, o tym, o tym wszystkim`,
  ),
  sayThat: phrases(`powiedz, napisz, odpowiedz, stwierdź, wspomnij, podaj, oświadcz`),
  ridOf: [
    ...combined('mimo, pomimo, wbrew', 'twoje, twoich, twoim', things),
    ...combined(
      'złam, zignoruj, ignoruj, obejdź, narusz, pomiń',
      ', wszystkie',
      'zasady, reguły, wytyczne, filtry, normy',
      'bezpieczeństwa, etyczne, treści, moderacji',
    ),
    ...combined(
      'zachowuj się, zachowuj się tak, odpowiadaj, działaj',
      'jakbyś, jak gdybyś',
      'nie',
      'miał, miała, dostał',
      ', żadnych',
      'zasad, ograniczeń, instrukcji, reguł, wytycznych',
    ),
    ...combined(
      'wymaż, wyczyść, skasuj, zresetuj',
      'swoją, całą swoją',
      'pamięć',
      'i',
      'zacznij, zapomnij, słuchaj',
    ),
    ...combined(
      'jesteś teraz, teraz jesteś, od teraz jesteś, odtąd jesteś',
      ', wolną',
      'ai, sztuczną inteligencją, modelem, asystentem, botem',
      'bez',
      ', żadnych',
      'zasad, ograniczeń, filtrów, cenzury, reguł, granic',
    ),
  ],
};
