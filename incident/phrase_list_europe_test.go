package incident

// Each line is a language, a phrase and the count it states; nothing for a phrase
// that has no number.
const phrasesEurope = `
es | además de 60 |
it | oltre a 60 |
it | oltre 60 | >60
fr | jusqu'ici 60 | 60
it | fino a oggi 60 | 60
it | ben 300 | 300
it | i restanti 20 | 20
de | bis heute 60 | 60
de | bis jetzt 60 | 60
fr | Dix-sept | 17
fr | près de 800 | <800
fr | environ 250 personnes | ~250
fr | plus de 1 200 victimes | >1200
fr | au moins 60 | >=60
fr | jusqu'à 300 | <=300
fr | jusqu’à 5 000 personnes | <=5000
fr | quelque 200 | ~200
fr | une centaine | ~100
fr | une centaine de personnes | ~100
fr | une dizaine | ~10
fr | une vingtaine de Français | ~20
fr | une douzaine | ~12
fr | des centaines |
fr | des milliers de personnes |
fr | quatre-vingt-dix | 90
fr | quatre-vingt-dix-neuf | 99
fr | soixante et onze | 71
fr | septante | 70
fr | deux cents | 200
fr | deux cent cinquante | 250
fr | mille deux cents | 1200
fr | cent un | 101
fr | plus d'une centaine | >100
fr | près d'un millier | <1000
fr | entre 50 et 60 | 50..60
fr | de 50 à 60 | 50..60
fr | 1,5 million | 1500000
fr | un million et demi | 1500000
fr | un homme |
fr | un |
fr | la moitié |
fr | 12 pour cent |
fr | un tiers |
fr | moins de 100 | <100
fr | pas moins de 45 | >=45
fr | pas plus de 45 | <=45
fr | 1.018 |
fr | 1 018 | 1018
fr | quelques |
fr | quelques dizaines |
fr | presque 400 | <400
fr | 13 sur 17 | 13
fr | en 2024 |
fr | deux millions | 2000000
fr | plus d'un millier de personnes | >1000
fr | plus de 120 000 personnes | >120000
fr | environ 7 000 | ~7000
fr | une cinquantaine de Français | ~50
fr | quelques centaines |
fr | plusieurs milliers |
fr | deux douzaines |
fr | trois | 3
fr | vingt et un | 21
fr | quatre-vingts | 80
fr | soixante-dix-huit | 78
fr | mille | 1000
fr | deux mille cinq cents | 2500
fr | moins d’une centaine | <100
fr | entre 200 et 300 personnes | 200..300
fr | 200 à 300 personnes | 200..300
fr | au total 64 | 64
fr | un total de 64 victimes | 64
fr | 64 personnes dont 12 mineurs |
fr | les deux tiers |
fr | 3,5 millions | 3500000
fr | le 15 avril |
fr | 1,018 |
fr | zéro | 0
fr | une personne |
fr | au moins une centaine | >=100
fr | about 250 | ~250
fr | plus de cent | >100
fr | au moins dix | >=10
fr | une trentaine | ~30
fr | une bonne centaine |
fr | près de deux cents | <200
fr | quelque deux cents | ~200
fr | autour de 300 | ~300
fr | moins de 50 | <50
fr | jusqu'à cent | <=100
fr | plusieurs |
fr | plusieurs centaines |
fr | des dizaines de milliers |
fr | 50 % |
fr | trois quarts |
fr | 12 ou 13 | 12..13
fr | entre dix et vingt | 10..20
fr | de dix à douze | 10..12
fr | deux mille trois cents | 2300
fr | 1 234,5 |
fr | 12.000 |
fr | 12 000 | 12000
fr | 2,5 millions | 2500000
fr | le 5 mai |
fr | 5 ans |
fr | soixante-quatre | 64
fr | quatre-vingt-un | 81
fr | quatre-vingt-onze | 91
fr | 64 au total | 64
fr | 64 ressortissants chinois | 64
fr | aux alentours de 64 | ~64
fr | 64 environ | ~64
fr | 64 au moins | >=64
fr | un millier | ~1000
fr | deux milliers |
fr | un demi-million | 500000
fr | six | 6
fr | trente-huit Français | 38
de | etwa 250 | ~250
de | rund 1.200 Menschen | ~1200
de | ungefähr 60 | ~60
de | mehr als 400 | >400
de | über 400 | >400
de | mindestens 12 | >=12
de | bis zu 300 | <=300
de | fast 200 | <200
de | knapp 200 | <200
de | weniger als 50 | <50
de | zwischen 50 und 60 | 50..60
de | einundzwanzig | 21
de | zweihundertfünfzig | 250
de | eintausendzweihundert | 1200
de | zweitausendfünfhunderteins | 2501
de | ein Dutzend | 12
de | zwei Dutzend | 24
de | Hunderte |
de | Dutzende |
de | ein Mann |
de | eine Million | 1000000
de | 1,5 Millionen | 1500000
de | eineinhalb Millionen | 1500000
de | zweieinhalb Millionen | 2500000
de | hundert | 100
de | 50 bis 60 Personen | 50..60
de | 40 Prozent |
de | ein paar |
de | nicht mehr als 20 | <=20
de | nicht weniger als 20 | >=20
de | 1.018 | 1018
de | 1,018 |
de | 13 von 17 | 13
de | ein halbes Dutzend | 6
de | Die Hälfte |
de | dreiundachtzig | 83
de | zwischen hundert und zweihundert | 100..200
de | mehr als 7.000 Menschen | >7000
de | rund 100.000 | ~100000
de | Dutzende Menschen |
de | mehrere Hundert |
de | mehrere hundert |
de | einige Dutzend |
de | vierundsechzig | 64
de | acht Personen | 8
de | insgesamt 64 | 64
de | hundertzwanzig | 120
de | zweitausend | 2000
de | 12 bis 13 | 12..13
de | zwölf | 12
de | am 15. April |
de | im Jahr 2024 |
de | zwei Drittel |
de | mehr als ein Dutzend | >12
de | etwa hundert | ~100
de | mindestens zehn | >=10
de | über tausend | >1000
de | rund 2.800 | ~2800
de | circa 300 | ~300
de | ca. 300 | ~300
de | bis zu hundert | <=100
de | höchstens 20 | <=20
de | unter 100 | <100
de | nahezu 100 | <100
de | gut 100 | >100
de | zehn bis zwölf | 10..12
de | zwischen zehn und zwanzig | 10..20
de | 12 oder 13 | 12..13
de | viele |
de | zahlreiche |
de | Zehntausende |
de | 50 % |
de | drei Viertel |
de | dreißig | 30
de | fünfundsechzig | 65
de | dreihundertachtunddreißig | 338
de | 2,5 Millionen | 2500000
de | 12.000 | 12000
de | 5. Mai |
de | 5 Jahre |
de | 64 Deutsche | 64
de | weitere 64 | 64
de | eine Person |
de | eins | 1
de | zwei | 2
de | anderthalb Millionen | 1500000
es | unos 250 | ~250
es | alrededor de 300 | ~300
es | más de 1.200 personas | >1200
es | al menos 60 | >=60
es | hasta 500 | <=500
es | casi 200 | <200
es | menos de 100 | <100
es | entre 50 y 60 | 50..60
es | de 50 a 60 | 50..60
es | decenas |
es | cientos de personas |
es | doscientos cincuenta | 250
es | treinta y uno | 31
es | mil doscientos treinta y cuatro | 1234
es | veintiún | 21
es | un hombre |
es | un millón y medio | 1500000
es | medio millón | 500000
es | una docena | 12
es | dos docenas | 24
es | un centenar | ~100
es | más de un centenar | >100
es | 1.018 | 1018
es | 1,018 |
es | el 40 por ciento |
es | no menos de 30 | >=30
es | la mitad |
es | 13 de 17 | 13
es | miles |
es | entre cien y doscientos | 100..200
es | más de un millar | >1000
es | cerca de 100.000 personas | ~100000
es | unas 200 personas | ~200
es | sesenta y cuatro | 64
es | ocho personas | 8
es | un total de 64 | 64
es | varios cientos |
es | una veintena | ~20
es | dos tercios |
es | dos mil quinientos | 2500
es | 15 de abril |
es | en 2024 |
es | alrededor de cien | ~100
es | al menos diez | >=10
es | más de mil | >1000
es | más de cien personas | >100
es | cerca de 300 | ~300
es | aproximadamente 300 | ~300
es | por lo menos 20 | >=20
es | como máximo 20 | <=20
es | menos de veinte | <20
es | de diez a doce | 10..12
es | 12 o 13 | 12..13
es | entre diez y veinte | 10..20
es | muchos |
es | decenas de miles |
es | 50% |
es | tres cuartos |
es | treinta | 30
es | sesenta y cinco | 65
es | trescientos treinta y ocho | 338
es | 2,5 millones | 2500000
es | 12.000 | 12000
es | 12 000 | 12000
es | 5 de mayo |
es | 5 años |
es | 64 españoles | 64
es | otros 64 | 64
es | una persona |
es | dos | 2
es | casi un centenar | <100
es | medio centenar | ~50
es | mil | 1000
es-MX | 1,018 | 1018
it | circa 250 | ~250
it | più di 400 | >400
it | oltre 400 | >400
it | almeno 20 | >=20
it | fino a 300 | <=300
it | quasi 200 | <200
it | meno di 100 | <100
it | tra 50 e 60 | 50..60
it | un centinaio di persone | ~100
it | una decina | ~10
it | centinaia |
it | ventuno | 21
it | duecentocinquanta | 250
it | tremila | 3000
it | duemilacinquecento | 2500
it | un milione e mezzo | 1500000
it | mille | 1000
it | 1.018 | 1018
it | la metà |
it | un uomo |
it | circa duecento persone | ~200
it | oltre 1.000 persone | >1000
it | otto | 8
it | sessantaquattro | 64
it | diverse centinaia |
it | più di una dozzina | >12
it | due terzi |
it | circa cento | ~100
it | almeno dieci | >=10
it | più di mille | >1000
it | oltre cento persone | >100
it | intorno a 300 | ~300
it | non meno di 20 | >=20
it | al massimo 20 | <=20
it | meno di venti | <20
it | da 10 a 12 | 10..12
it | dieci o dodici | 10..12
it | tra dieci e venti | 10..20
it | molti |
it | decine di migliaia |
it | 50% |
it | tre quarti |
it | trenta | 30
it | sessantacinque | 65
it | trecentotrentotto | 338
it | 2,5 milioni | 2500000
it | 12.000 | 12000
it | 5 maggio |
it | 5 anni |
it | 64 italiani | 64
it | altri 64 | 64
it | una persona |
it | due | 2
it | quasi un centinaio | <100
it | una ventina di persone | ~20
it | alcune decine |
pt | cerca de 250 | ~250
pt | mais de 400 | >400
pt | pelo menos 20 | >=20
pt | até 300 | <=300
pt | quase 200 | <200
pt | menos de 100 | <100
pt | entre 50 e 60 | 50..60
pt | cento e vinte e cinco | 125
pt | dois mil e quinhentos | 2500
pt | centenas |
pt | uma dúzia | 12
pt | 1,5 milhão | 1500000
`
