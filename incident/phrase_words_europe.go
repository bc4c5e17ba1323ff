package incident

import "strings"

// french knows Belgian and Swiss tens.
func french() words {
	small := list("zéro,,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize," +
		"dix-sept,dix-huit,dix-neuf")
	units := append([]string{}, small...)
	units[1] = "un/une"
	for n := 20; n < 100; n++ {
		ten, u := n/10, n%10
		var forms []string
		add := func(stem, plain string, unit int) {
			switch {
			case unit == 0:
				forms = append(forms, plain)
			case unit == 1 || unit == 11:
				for one := range strings.SplitSeq(units[unit], "/") {
					forms = append(forms, stem+" et "+one, stem+" "+one)
				}
			default:
				forms = append(forms, stem+" "+units[unit])
			}
		}
		switch ten {
		case 7:
			add("soixante", "soixante-dix", u+10)
			add("septante", "septante", u)
		case 8:
			add("quatre-vingt", "quatre-vingts/quatre-vingt", u)
			add("huitante", "huitante", u)
			add("octante", "octante", u)
		case 9:
			add("quatre-vingt", "", u+10)
			add("nonante", "nonante", u)
		default:
			name := list("vingt,trente,quarante,cinquante,soixante")[ten-2]
			add(name, name, u)
		}
		small = append(small, strings.Join(forms, "/"))
	}
	return words{
		bare:   true,
		groups: spaceGroups,
		elides: true,
		about: `environ, quelque, quelques, à peu près, approximativement, autour de, autour d', aux alentours de, aux environs de, de l'ordre de,
			dans les, vers les, approximatif, estimé à, estimés à, estimées à, grosso modo, env, ca, circa, une quantité d'environ`,
		atLeast: `au moins, au minimum, un minimum de, minimum, pas moins de, pas moins d', non moins de, au bas mot, à tout le moins`,
		more: `plus de, plus d', au-delà de, au-dessus de, dépassant, dépasse, dépassent, dépassé, supérieur à, supérieure à, excédant, un peu plus de,
			un peu plus d', bien plus de, bien plus d', largement plus de, largement plus d', nettement plus de, légèrement plus de, beaucoup plus de`,
		atMost: `jusqu'à, au plus, tout au plus, au maximum, un maximum de, maximum, pas plus de, pas plus d', ne dépassant pas`,
		less: `près de, près d', presque, moins de, moins d', un peu moins de, un peu moins d', à peine moins de, pas loin de, pas loin d', pas tout à fait, frôlant,
			avoisinant les, inférieur à, inférieure à, en dessous de, au-dessous de, proche de, proches de`,
		aboutAfter: "environ, à peu près, approximativement, ou à peu près",
		leastAfter: "au moins, au minimum, ou plus, et plus, minimum, au bas mot",
		moreAfter:  "et quelques",
		mostAfter:  "au plus, au maximum, tout au plus, ou moins, maximum",
		small:      small,
		around: map[int64]string{
			6: "demi-douzaine", 8: "huitaine", 10: "dizaine", 12: "douzaine", 15: "quinzaine", 20: "vingtaine", 30: "trentaine", 40: "quarantaine",
			50: "cinquantaine", 60: "soixantaine", 100: "centaine", 1000: "millier",
		},
		mult: map[int64]string{
			100: "cent, cents", 1e3: "mille, mil, k", 1e6: "million, millions", 1e9: "milliard, milliards", 1e5: "lakh, lakhs", 1e7: "crore, crores",
		},
		half:    "demi, demie, et demi, et demie",
		article: "un, une",
		tail:    "un, une",
		glue:    "et",
		between: "entre",
		to:      "à, a, et jusqu'à, ou",
		and:     "et, mais, à",
		of:      "sur, sur les, sur un total de, parmi, parmi les",
		in:      "en, de, d', du, depuis, fin, début, et",
		label:   `parc, camp, porte, zone, lot, phase, complexe, bâtiment, bloc, étage, chambre, vol, groupe, section, centre, site, rue, terminal, salle, tour, étape`,
		thing:   `pays, nationalités, provinces, villes, régions, districts, départements, vols, avions, opérations, raids, entreprises, sociétés, bâtiments, immeubles, ans, années, mois, semaines, jours, heures, minutes, téléphones, ordinateurs, sites, lieux, camps, groupes`,
		skip: `jusqu'ici, un total de, au total, total de, total, le, la, les, l', de, d', des, du, un, une, ces, ses, leurs, leur, tous les, toutes les, autres, autre, d'autres,
			quelque part, exactement, précisément, encore, seulement, seuls, soit, sont, ont été, était, étaient, été, à ce jour, jusqu'à présent, à, au, aux,
			en, dont, ou, et, par, pour, avec, qui, ce sont, il y a, y compris, ainsi, supplémentaires, nouveaux, nouvelles, libéré, libérés, libérées, secourus, rapatriés,
			arrêtés, interpellés, sauvés, expulsés, détenus, ils, elles, qu', s', n', actuellement, désormais, au nombre de, nombre de`,
		unit: `personnes, personne, victimes, victime, hommes, femmes, femme, homme, ressortissants, ressortissant, citoyens, travailleurs, français, étrangers, étranger,
			euros, euro, dollars, francs, cfa, cas, plaintes, appels, suspects, enfants, mineurs, migrants, chinois, indiens, philippins, thaïlandais, vietnamiens,
			malgaches, camerounais, marocains, ivoiriens, individus, policiers, survivants`,
		time: `ans, an, année, années, mois, semaine, semaines, jour, jours, heure, heures, h, minute, minutes, âgé, âgés, âgée, siècle, depuis, pendant, avant, après, date,
			janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche`,
		fail: `pour cent, pourcent, pourcentage, quart, quarts, tiers, moitié, la moitié, moitiés, majorité, plupart, la plupart, part, un sur, une sur, par, chaque, double, triple, fois,
			plusieurs, des, dizaines, des dizaines, centaines, des centaines, milliers, des milliers, vingtaines, douzaines, millions de, quelques-uns, quelques uns, quelques centaines, certains, nombreux, nombreuses, beaucoup, peu,
			poignée, aucun, aucune, ni, ne, pas, jamais, sans, non, personne n', à peine, peut-être, probablement, sauf, moins, hausse, baisse, plus, virgule,
			couple, paire, duo, trio, multiples, divers, maints, différents,
			premier, première, deuxième, troisième, quatrième, cinquième, dixième, centième, er, ère, ème, eme, e, numéro, no, n°, article, phase, page, chapitre,
			
			km, kg, mètres, m, kilomètres, par jour, par mois, par an`,
	}
}

func german() words {
	small := list("null,eins,zwei/zwo,drei,vier,fünf/fuenf,sechs,sieben,acht,neun,zehn,elf,zwölf/zwoelf,dreizehn,vierzehn," +
		"fünfzehn/fuenfzehn,sechzehn,siebzehn,achtzehn,neunzehn")
	units := append([]string{}, small...)
	units[1] = "ein"
	ten := list("zwanzig,dreißig/dreissig,vierzig,fünfzig/fuenfzig,sechzig,siebzig,achtzig,neunzig")
	all := tens(units, ten, func(t, u string, _ int) string { return u + "und" + t })
	all[1] = small[1]
	decimal := map[int64]string{150: "eineinhalb, anderthalb, einundeinhalb"}
	for u := 2; u < 10; u++ {
		for name := range strings.SplitSeq(small[u], "/") {
			decimal[int64(u*100+50)] += name + "einhalb,"
		}
	}
	return words{
		bare:   true,
		groups: dotGroups,
		match:  coverWords,
		about: `etwa, rund, ungefähr, circa, zirka, ca, gegen, um die, in etwa, schätzungsweise, geschätzt, geschätzte, geschätzten, annähernd etwa, um, an die, so um die,
			in der Größenordnung von, näherungsweise, grob, grob geschätzt, etwas um`,
		atLeast: `mindestens, wenigstens, zumindest, nicht weniger als, nicht unter, ein Minimum von, minimal, min, mind`,
		more: `mehr als, über, ueber, mehr denn, weit über, weit mehr als, deutlich mehr als, deutlich über, knapp über, etwas mehr als, etwas über, gut, oberhalb von, jenseits von,
			ein wenig mehr als, leicht über`,
		atMost: `bis zu, höchstens, hoechstens, maximal, nicht mehr als, nicht über, allenfalls, ein Maximum von, max, bis`,
		less: `fast, beinahe, nahezu, knapp, weniger als, unter, nicht ganz, annähernd, etwas weniger als, etwas unter, knapp unter, deutlich weniger als, deutlich unter, weit unter,
			unterhalb von, nahe an, nahe`,
		aboutAfter: "etwa, ungefähr, circa, ca, oder so, rund",
		leastAfter: "plus, oder mehr, und mehr, mindestens, aufwärts, und darüber, oder darüber",
		mostAfter:  "oder weniger, höchstens, maximal, und weniger",
		small:      all,
		mult: map[int64]string{
			12: "Dutzend", 100: "hundert", 1e3: "tausend, tsd, Tsd", 1e6: "Million, Millionen, Mio", 1e9: "Milliarde, Milliarden, Mrd",
			1e5: "Lakh", 1e7: "Crore",
		},
		decimal: decimal,
		half:    "halb, halbe, halbes, halben",
		article: "ein, eine, einen, einem, einer, eines",
		tail:    "ein, eine",
		glue:    "und",
		between: "zwischen",
		to:      "bis, oder, bis zu",
		and:     "und, aber, bis",
		of:      "von, von insgesamt, von den, der, aus",
		in:      "in, im, aus, von, Ende, Anfang",
		label:   `Park, Lager, Tor, Zone, Komplex, Gebäude, Block, Etage, Stock, Stockwerk, Zimmer, Raum, Flug, Gruppe, Abschnitt, Paragraph, Camp, Halle, Straße, Terminal, Zentrum, Sektor, Etappe, Haus`,
		thing:   `Länder, Ländern, Nationen, Nationalitäten, Staaten, Provinzen, Städte, Städten, Regionen, Flüge, Flügen, Flugzeuge, Razzien, Einsätze, Firmen, Unternehmen, Gebäude, Gebäuden, Lager, Lagern, Handys, Computer, Orte, Orten, Standorte, Gruppen, Jahre, Jahren, Tage, Tagen, Monate, Monaten, Wochen, Stunden`,
		skip: `bis heute, bis jetzt, insgesamt, total, die, der, den, das, dem, des, ein, eine, einen, von, alle, allen, weitere, weiteren, weiterer, andere, anderen, anderer, genau, exakt, nur, lediglich, bisher, bislang,
			derzeit, aktuell, zur Zeit, auf, mit, für, in, im, am, an, aus, zu, zum, es, sind, waren, wurden, wird, werden, sich, davon, darunter, noch, auch, diese, dieser, jene, ihre, seine,
			eine Gesamtzahl von, Gesamtzahl von, eine Gruppe von, befreit, befreite, befreiten, gerettet, festgenommen, rückgeführt, verhaftet, Polizei, neue, neuen, zusätzliche, und, stand heute`,
		unit: `Menschen, Personen, Person, Opfer, Männer, Frauen, Mann, Frau, Staatsbürger, Staatsangehörige, Staatsangehörigen, Bürger, Ausländer, Arbeiter, Euro, Dollar, Franken, Fälle, Fällen, Anzeigen, Anrufe,
			Verdächtige, Verdächtigen, Kinder, Kindern, Migranten, Chinesen, Inder, Philippiner, Deutsche, Deutschen, Betroffene, Betroffenen, Beschwerden, Leute, Leuten, Festnahmen, Überlebende, Köpfe`,
		time: `Jahr, Jahre, Jahren, Monat, Monate, Monaten, Woche, Wochen, Tag, Tage, Tagen, Stunde, Stunden, Minuten, Uhr, jährige, jähriger, jährigen, Alter, alt, seit, während, vor, nach, ab, Jahrhundert,
			Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember, Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag`,
		fail: `Prozent, Prozentpunkte, Hälfte, Drittel, Viertel, Fünftel, Zehntel, Anteil, Mehrheit, Mehrzahl, Großteil, Teil, jeder, jede, jedes, jeden, pro, je, doppelt, dreifach, mal, fach, Quote,
			einige, ein paar, paar, mehrere, mehreren, viele, vielen, zahlreiche, zahlreichen, etliche, Dutzende, Dutzenden, Hunderte, Hunderten, hunderte, Tausende, Tausenden, Zehntausende, Zehntausenden, Hunderttausende, Hunderttausenden, Millionen von,
			manche, wenige, wenigen, diverse, unzählige, Handvoll, Gruppe, Vielzahl, Menge,
			kein, keine, keiner, keinen, nicht, nie, niemals, niemand, ohne, mehr, weder, noch nicht, kaum, vielleicht, wohl, möglicherweise, vermutlich, womöglich, außer, minus, weniger, Komma,
			erste, ersten, erster, zweite, zweiten, dritte, dritten, vierte, vierten, fünfte, zehnte, te, ten, ter, Nr, Nummer, Artikel, Paragraf, Phase, Seite, Kapitel, Platz,
			
			unter den, unter ihnen, täglich, monatlich, jährlich, Kilometer, km, kg, Meter, m, Tonnen`,
	}
}

func spanish() words {
	small := list("cero,uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciséis/diez y seis," +
		"diecisiete,dieciocho,diecinueve,veinte,veintiuno/veintiún/veintiuna,veintidós,veintitrés,veinticuatro,veinticinco,veintiséis,veintisiete,veintiocho,veintinueve")
	units := append([]string{}, small[:20]...)
	units[1] = "uno/un/una"
	all := tens(units, list("veinte,treinta,cuarenta,cincuenta,sesenta,setenta,ochenta,noventa"), func(t, u string, _ int) string {
		return t + " y " + u
	})
	return words{
		groups: dotGroups,
		about: `unos, unas, alrededor de, cerca de, aproximadamente, aproximado de, en torno a, más o menos, alrededor, cosa de, como, del orden de, estimado en, estimados en, estimadas en,
			se estima en, unos aproximadamente, un estimado de, aprox, ca, circa, hacia`,
		atLeast: `al menos, por lo menos, como mínimo, un mínimo de, mínimo, no menos de, cuando menos, cuanto menos, nada menos que`,
		more: `más de, mas de, por encima de, encima de, superior a, superiores a, supera los, superan los, supera las, superan las, superó los, sobrepasa los, excede los, poco más de, algo más de,
			un poco más de, mucho más de, muy por encima de, rebasa los, arriba de, bastante más de, sobre los`,
		atMost: `hasta, a lo sumo, como máximo, un máximo de, máximo, no más de, no mas de, a lo más, cuando mucho`,
		less: `casi, menos de, por debajo de, debajo de, inferior a, inferiores a, poco menos de, algo menos de, un poco menos de, rozando los, próximo a, próximos a, cercano a, cercanos a, muy cerca de,
			no llega a, apenas menos de, abajo de`,
		aboutAfter: "aproximadamente, más o menos, o así, aprox, y pico más o menos",
		leastAfter: "o más, al menos, por lo menos, como mínimo, mínimo, en adelante",
		moreAfter:  "y pico, y tantos, y tantas",
		mostAfter:  "o menos, como máximo, a lo sumo, máximo",
		small:      append(small, all[30:]...),
		values: map[int64]string{
			100: "cien, ciento", 200: "doscientos, doscientas", 300: "trescientos, trescientas", 400: "cuatrocientos, cuatrocientas", 500: "quinientos, quinientas",
			600: "seiscientos, seiscientas", 700: "setecientos, setecientas", 800: "ochocientos, ochocientas", 900: "novecientos, novecientas",
		},
		around: map[int64]string{
			10: "decena", 15: "quincena", 20: "veintena", 30: "treintena", 40: "cuarentena", 50: "cincuentena, medio centenar", 60: "sesentena", 100: "centenar, centena", 500: "medio millar", 1000: "millar",
		},
		mult: map[int64]string{
			12: "docena", 1e3: "mil, k", 1e6: "millón, millones", 1e12: "billón, billones", 1e5: "lakh", 1e7: "crore",
		},
		plural:  map[int64]string{12: "docenas"},
		half:    "medio, media",
		article: "un, una",
		tail:    "un, una",
		between: "entre",
		to:      "a, hasta, o, u",
		and:     "y, e, pero, a",
		of:      "de, de los, de las, de un total de, de entre",
		in:      "en, de, del",
		label:   `parque, campo, campamento, puerta, zona, lote, complejo, edificio, bloque, piso, habitación, vuelo, sección, centro, sector, calle, terminal, sala, torre`,
		thing:   `países, nacionalidades, provincias, estados, ciudades, regiones, distritos, vuelos, aviones, operaciones, operativos, redadas, empresas, compañías, edificios, inmuebles, teléfonos, celulares, computadoras, ordenadores, lugares, grupos, años, meses, semanas, días, horas, minutos`,
		skip: `un total de, total de, en total, total, el, la, los, las, lo, de, del, a, al, en, con, por, para, un, una, otros, otras, otro, otra, todos los, todas las, exactamente, precisamente, sólo, solo, solamente,
			hasta ahora, hasta la fecha, hasta el momento, actualmente, hoy, son, eran, fueron, han sido, es, está, están, ya, también, además, estos, estas, esos, esas, sus, su, se, y, e, o, que, adicionales, más, nuevos, nuevas,
			rescatados, rescatadas, rescatan a, rescatan, liberados, liberadas, detenidos, detenidas, repatriados, arrestados, deportados, un grupo de, la cifra de, cifra de, policía`,
		unit: `personas, persona, víctimas, víctima, hombres, mujeres, hombre, mujer, ciudadanos, ciudadanas, trabajadores, extranjeros, euros, dólares, pesos, soles, casos, denuncias, llamadas, sospechosos, niños, niñas, menores,
			migrantes, chinos, indios, filipinos, colombianos, mexicanos, peruanos, brasileños, españoles, individuos, jóvenes, policías, connacionales, usd, eur`,
		time: `año, años, mes, meses, semana, semanas, día, días, hora, horas, minutos, edad, siglo, desde, durante, antes, después, fecha,
			enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre, diciembre, de enero, de febrero, de marzo, de abril, de mayo, de junio, de julio, de agosto, de septiembre, de setiembre, de octubre, de noviembre, de diciembre, lunes, martes, miércoles, jueves, viernes, sábado, domingo`,
		fail: `además de, uno de ellos, una de ellas, uno de los, una de las, por ciento, porciento, porcentaje, mitad, la mitad, tercio, tercios, cuarto, cuartos, tercera parte, cuarta parte, quinto, mayoría, la mayoría, mayor parte, parte, uno de cada, una de cada, de cada, cada, doble, triple, veces, por cada,
			varios, varias, algunos, algunas, muchos, muchas, decenas, cientos, centenares, miles, millares, decenas de, cientos de, miles de, veintenas, numerosos, numerosas, pocos, pocas, unos pocos, unos cuantos, unas cuantas, cuantos, puñado, diversos, múltiples, un par, par,
			ningún, ninguna, ninguno, no, ni, nunca, jamás, nadie, sin, apenas, quizás, quizá, tal vez, probablemente, posiblemente, salvo, excepto, menos, y más, coma, punto, grupo,
			primer, primero, primera, segundo, segunda, tercero, tercera, quinta, décimo, número, núm, artículo, fase, página, capítulo, etapa,
			
			diarios, diarias, mensuales, anuales, kilómetros, km, kg, metros, m, toneladas`,
	}
}

// spanishAmerica is Spanish where digits are grouped as in English.
func spanishAmerica() words {
	w := spanish()
	w.groups = commaGroups
	return w
}

func italian() words {
	small := list("zero,,due,tre,quattro,cinque,sei,sette,otto,nove,dieci,undici,dodici,tredici,quattordici,quindici,sedici," +
		"diciassette,diciotto,diciannove")
	units := append([]string{}, small...)
	units[1] = "uno/un/una"
	all := tens(units, list("venti,trenta,quaranta,cinquanta,sessanta,settanta,ottanta,novanta"), func(t, u string, _ int) string {
		if u[0] == 'u' || u[0] == 'o' {
			t = t[:len(t)-1]
		}
		return t + u
	})
	all[1] = ""
	return words{
		bare:   true,
		groups: dotGroups,
		match:  coverWords,
		elides: true,
		about: `circa, all'incirca, intorno a, intorno ai, intorno alle, attorno a, attorno ai, approssimativamente, più o meno, pressappoco, grosso modo, qualcosa come, stimati in,
			stimate in, ca, sui, sulle, nell'ordine di, suppergiù, stimati, stimate`,
		atLeast:    `almeno, non meno di, perlomeno, per lo meno, come minimo, minimo, un minimo di, quantomeno, se non altro`,
		more:       `più di, oltre, oltre i, oltre le, più d', superiore a, superiori a, al di sopra di, sopra i, sopra le, supera i, superano i, poco più di, ben oltre, ben più di, molto più di, un po' più di, in eccesso di`,
		atMost:     `fino a, sino a, al massimo, non più di, un massimo di, massimo, al più, non oltre, tutt'al più`,
		less:       `quasi, meno di, sotto i, sotto le, al di sotto di, inferiore a, inferiori a, poco meno di, vicino a, vicini a, prossimo a, prossimi a, un po' meno di, appena meno di, appena sotto`,
		aboutAfter: "circa, all'incirca, più o meno, approssimativamente",
		leastAfter: "o più, almeno, come minimo, e più, minimo",
		moreAfter:  "e passa, e rotti",
		mostAfter:  "o meno, al massimo, massimo",
		small:      all,
		values:     map[int64]string{1e3: "mille"},
		around: map[int64]string{
			10: "decina", 12: "dozzina", 15: "quindicina", 20: "ventina", 30: "trentina", 40: "quarantina", 50: "cinquantina", 60: "sessantina", 70: "settantina", 80: "ottantina", 90: "novantina",
			100: "centinaio", 1000: "migliaio", 6: "mezza dozzina",
		},
		mult: map[int64]string{
			100: "cento, cent", 1e3: "mila, k", 1e6: "milione, milioni", 1e9: "miliardo, miliardi", 1e5: "lakh", 1e7: "crore",
		},
		half:    "mezzo, mezza",
		article: "un, una, uno, un'",
		tail:    "un, una, uno",
		glue:    "e",
		between: "tra, fra, tra i, fra i, tra le, fra le, compreso tra, compresi tra",
		to:      "a, ai, o, fino a",
		and:     "e, ma, a, ed, e i, e le",
		of:      "su, dei, delle, di, su un totale di, sui, dei quali",
		in:      "nel, in, del, dal",
		label:   `parco, campo, porta, zona, lotto, complesso, edificio, blocco, piano, stanza, volo, sezione, centro, settore, terminal, torre`,
		thing:   `paesi, nazioni, nazionalità, province, città, regioni, stati, voli, aerei, operazioni, aziende, società, edifici, telefoni, computer, luoghi, gruppi, anni, mesi, settimane, giorni, ore, minuti`,
		skip: `fino a oggi, fino ad oggi, ad oggi, ben, restanti, un totale di, totale di, in totale, totale, complessivamente, il, lo, la, i, gli, le, l', di, d', dei, delle, degli, del, della, a, ai, alle, in, con, per, da, altri, altre, altro, altra, tutti i, tutte le, tutti, esattamente, soltanto, solo,
			finora, ad oggi, fino ad ora, attualmente, oggi, sono, erano, sono stati, sono state, è, ci sono, anche, questi, queste, suoi, loro, un, una, uno, un', e, ed, o, che, nuovi, nuove, ulteriori, più, liberati, liberate, salvati, salvate, arrestati, arrestate,
			rimpatriati, rimpatriate, polizia, un gruppo di, soccorsi`,
		unit: `persone, persona, vittime, vittima, uomini, donne, uomo, donna, cittadini, lavoratori, stranieri, euro, dollari, casi, denunce, chiamate, telefonate, sospetti, bambini, minori, migranti, cinesi, indiani, filippini, italiani, individui, giovani, agenti`,
		time: `anno, anni, mese, mesi, settimana, settimane, giorno, giorni, ora, ore, minuti, età, secolo, dal, dopo, durante,
			gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica`,
		fail: `oltre a, oltre ai, oltre alle, per cento, percento, percentuale, metà, la metà, terzo, terzi, quarto, quarti, quinto, maggioranza, maggior parte, la maggior parte, parte, uno su, una su, su ogni, ogni, ciascuno, doppio, triplo, volte, volta, quota,
			diversi, diverse, alcuni, alcune, molti, molte, parecchi, parecchie, decine, centinaia, migliaia, ventine, dozzine, numerosi, numerose, pochi, poche, qualche, manciata, vari, varie, un paio, paio, svariati, svariate, tanti, tante,
			nessun, nessuno, nessuna, non, né, mai, senza, appena, forse, probabilmente, magari, tranne, eccetto, meno, virgola, punto, gruppo,
			primo, prima, primi, secondo, seconda, terza, quarta, quinta, decimo, numero, articolo, fase, pagina, capitolo,
			
			al giorno, al mese, all'anno, chilometri, km, kg, metri, m, tonnellate`,
	}
}

func portuguese() words {
	small := list("zero,,dois/duas,três,quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,catorze/quatorze,quinze,dezesseis/dezasseis," +
		"dezessete/dezassete,dezoito,dezenove/dezanove")
	units := append([]string{}, small...)
	units[1] = "um/uma"
	all := tens(units, list("vinte,trinta,quarenta,cinquenta,sessenta,setenta,oitenta,noventa"), func(t, u string, _ int) string {
		return t + " e " + u
	})
	all[1] = ""
	return words{
		groups:     dotGroups,
		about:      `cerca de, aproximadamente, por volta de, em torno de, uns, umas, à volta de, mais ou menos, na ordem de, da ordem de, estimados em, estimadas em, coisa de, ca, circa, aprox, a rondar os, algo como`,
		atLeast:    `pelo menos, ao menos, no mínimo, um mínimo de, mínimo de, não menos de, não menos que, nada menos que`,
		more:       `mais de, mais que, acima de, além de, superior a, superiores a, supera os, ultrapassa os, ultrapassam os, um pouco mais de, pouco mais de, bem mais de, muito mais de, excedendo`,
		atMost:     `até, no máximo, um máximo de, máximo de, não mais de, não mais que, não mais do que, quando muito`,
		less:       `quase, menos de, menos que, abaixo de, inferior a, inferiores a, pouco menos de, um pouco menos de, perto de, próximo de, próximo a, prestes a atingir`,
		aboutAfter: "aproximadamente, mais ou menos",
		leastAfter: "ou mais, pelo menos, no mínimo",
		moreAfter:  "e poucos, e poucas, e tal, e tantos, e tantas",
		mostAfter:  "ou menos, no máximo",
		small:      all,
		values: map[int64]string{
			100: "cem, cento", 200: "duzentos, duzentas", 300: "trezentos, trezentas", 400: "quatrocentos, quatrocentas", 500: "quinhentos, quinhentas", 600: "seiscentos, seiscentas",
			700: "setecentos, setecentas", 800: "oitocentos, oitocentas", 900: "novecentos, novecentas",
		},
		around: map[int64]string{10: "dezena", 20: "vintena", 30: "trintena", 50: "cinquentena", 100: "centena", 1000: "milhar"},
		mult: map[int64]string{
			12: "dúzia", 1e3: "mil, k", 1e6: "milhão, milhões", 1e9: "mil milhões, bilhão, bilhões, bilião", 1e5: "lakh", 1e7: "crore",
		},
		plural:  map[int64]string{12: "dúzias"},
		half:    "meio, meia",
		article: "um, uma",
		tail:    "um, uma",
		glue:    "e",
		between: "entre",
		to:      "a, até, ou",
		and:     "e, mas, a",
		of:      "de, dos, das, de um total de, dentre, dentre os, entre os",
		in:      "em, de",
		label:   `parque, campo, acampamento, portão, zona, lote, complexo, edifício, prédio, bloco, andar, quarto, sala, voo, seção, centro, setor, terminal, torre`,
		thing:   `países, nacionalidades, províncias, estados, cidades, regiões, voos, aviões, operações, empresas, edifícios, prédios, telefones, celulares, computadores, lugares, locais, grupos, anos, meses, semanas, dias, horas, minutos`,
		skip: `um total de, total de, no total, ao todo, total, o, a, os, as, de, do, da, dos, das, em, no, na, nos, nas, com, por, para, um, uma, outros, outras, outro, outra, todos os, todas as, exatamente, só, somente, apenas,
			até agora, até o momento, até ao momento, atualmente, hoje, são, eram, foram, é, há, havia, também, estes, estas, seus, suas, e, ou, que, novos, novas, adicionais, mais, resgatados, resgatadas, libertados, libertadas, detidos, presos, repatriados, deportados,
			um grupo de, polícia`,
		unit: `pessoas, pessoa, vítimas, vítima, homens, mulheres, homem, mulher, cidadãos, trabalhadores, estrangeiros, euros, dólares, reais, casos, queixas, denúncias, chamadas, suspeitos, crianças, menores, migrantes, chineses, indianos, filipinos, brasileiros, portugueses,
			indivíduos, jovens, angolanos, moçambicanos`,
		time: `ano, anos, mês, meses, semana, semanas, dia, dias, hora, horas, minutos, idade, século, desde, durante, antes, depois, data,
			janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro, de janeiro, de fevereiro, de março, de abril, de maio, de junho, de julho, de agosto, de setembro, de outubro, de novembro, de dezembro, segunda-feira, terça, sexta, sábado, domingo`,
		fail: `um deles, uma delas, um dos, uma das, por cento, porcento, porcentagem, percentagem, metade, a metade, terço, terços, um quarto, quartos, maioria, a maioria, maior parte, parte, um em cada, de cada, em cada, cada, dobro, triplo, vezes, vez,
			vários, várias, alguns, algumas, muitos, muitas, dezenas, centenas, milhares, dezenas de, centenas de, milhares de, inúmeros, inúmeras, numerosos, poucos, poucas, uns poucos, punhado, diversos, diversas, um par, par, múltiplos,
			nenhum, nenhuma, não, nem, nunca, ninguém, sem, mal, e mais, talvez, provavelmente, possivelmente, exceto, menos, vírgula, ponto, grupo,
			primeiro, primeira, segundo, segunda, terceiro, terceira, quarta, quinto, quinta, décimo, número, artigo, fase, página, capítulo,
			
			diários, diárias, por dia, quilômetros, quilómetros, km, kg, metros, m, toneladas`,
	}
}
