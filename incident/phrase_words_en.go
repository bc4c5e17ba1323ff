package incident

import "strings"

// english knows Indian and Philippine English too.
func english() words {
	small := list("zero/nil,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen," +
		"sixteen,seventeen,eighteen,nineteen")
	return words{
		groups: commaGroups,
		open:   true,
		apart:  true,
		about: `more or less, about, around, some, roughly, approximately, approx, circa, ca, c, an estimated, estimated, estimated at,
			estimate of, in the region of, in the neighbourhood of, in the neighborhood of, in the vicinity of, of the order of,
			on the order of, in the order of, somewhere around, something like, or about, abt, just around, or around, around about,
			round about, at about, at around, at an estimated, an approximate, approximate, an average of about`,
		atLeast: `at least, at the least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of,
			minimum, min, not under, not below, atleast, at a minimum, no lower than, not lower than, at the very least`,
		more: `over, more than, above, in excess of, upwards of, upward of, exceeding, exceeded, exceeds, exceed, beyond, north of,
			greater than, higher than, larger than, well over, just over, slightly over, a little over, little over, a bit over,
			far more than, well above, just above, slightly above, slightly more than, a little more than, a bit more than,
			many more than, much more than, and over, and above, surpassing, surpassed, surpasses, surpass, topped, topping, tops, well in excess of,
			excess of, a few more than, just more than, considerably more than, significantly more than, crossed, crossing,
			crosses, has crossed, have crossed, way more than, way over, no fewer than over`,
		atMost: `up to, upto, as many as, as much as, at most, at the most, no more than, not more than, no greater than,
			not exceeding, not over, not above, a maximum of, maximum of, maximum, max, not to exceed, at the very most,
			no higher than, not higher than, not greater than, a total of up to, and up to, a high of, as high as`,
		less: `nearly, almost, close to, under, fewer than, less than, just under, below, slightly under, slightly less than,
			slightly fewer than, a little under, a little less than, just below, well under, well below, approaching, nearing,
			not quite, just short of, just shy of, shy of, short of, a bit under, a bit less than, far fewer than, far less than,
			and under, and below, lower than, smaller than, well-nigh, very nearly, very close to, nearly about, near to, close on, closer to, nearer to, closing in on`,
		aboutAfter: `odd, or so, approximately, estimated, approx, or thereabouts, give or take, ish, or about, some odd, more or less, est,
			roughly`,
		leastAfter: `plus, or more, or above, or over, and above, and over, and more, at least, minimum, at the least, at minimum,
			at a minimum, upwards, and upwards, or higher, and up, or greater, at the very least`,
		moreAfter: "and then some",
		mostAfter: `or fewer, or less, or under, or below, and below, and under, at most, at the most, maximum, max, or lower,
			at maximum, at a maximum, tops, at the very most`,
		small: tens(small, list("twenty,thirty,forty/fourty,fifty,sixty,seventy,eighty,ninety"), func(t, u string, _ int) string {
			return t + " " + u + "/" + t + u
		}),
		mult: map[int64]string{
			12: "dozen", 100: "hundred", 1e3: "thousand, k", 1e5: "lakh, lac, lk", 1e6: "million, mn, mln, mil",
			1e7: "crore, cr", 1e9: "billion, bn, bln", 1e12: "trillion, trn",
		},
		plural: map[int64]string{
			12: "dozens", 100: "hundreds", 1e3: "thousands", 1e5: "lakhs, lacs", 1e6: "millions", 1e7: "crores", 1e9: "billions",
			1e12: "trillions",
		},
		half:    "half",
		article: "a, an",
		glue:    "and",
		between: "between, in between, anywhere between, anywhere from, somewhere between",
		to:      "to, or, till, through",
		and:     "and, and up to, and over, and above, and under, and below, but, yet, to",
		of:      "of, out of, of the, of a total of, of these, of those, from a total of, of the total, from among, among",
		in:      "in, from, till, through, on, mid, early, late, end of, year",
		order:   "as of, as at, by, call",
		label:   `park, camp, gate, zone, phase, compound, complex, building, block, floor, room, flight, section, article, centre, center, cell, tower, unit, street, road, avenue, lane, wing, plaza, hotel, villa, casino, site, plot, gang, company, entrance, exit, bay, terminal, pier, checkpoint, province, channel, batch, stage, round, part, step, episode, table, figure, annex, volume, series, route, line, operation, bridge, village, lot, apartment, suite, category, type, tier, class, form, schedule, order, case no, section no, team, squad, unit no, code, world, season, day, week, serial, ref, id, radio`,
		thing:   `countries, compounds, centres, centers, hubs, dens, parks, camps, gates, zones, lashes, strokes, sim boxes, properties, servers, accounts, bank accounts, websites, areas, hectares, continents, counties, jurisdictions, rupee notes, computers and phones, documents, nations, nationalities, provinces, states, cities, towns, villages, districts, regions, airports, airlines, flights, planes, aircraft, buses, vehicles, trucks, cars, boats, operations, raids, companies, firms, agencies, organisations, organizations, buildings, rooms, offices, houses, apartments, units, locations, sites, places, phones, mobile phones, computers, laptops, sim cards, devices, batches, phases, groups, occasions, years, months, weeks, days, hours, minutes, seconds, languages, passports, weapons, provinces, islands, hotels, villas, airlines, embassies, governments, countries and territories, hour, minute, kilometre, kilometer`,
		skip: `a total of, total of, total, the, these, those, all, all of the, all the, of, of the, from, with, to, in, at, on, by, for, than,
			and, or, only, just, exactly, precisely, another, other, others, additional, further, more, so far, as of now,
			as of today, till date, to date, till now, now, by now, currently, were, was, are, is, have been, has been, been, be, a, an,
			today, yesterday, alone, some other, new, fresh, remaining, further, extra, also, this, their, its, his,
			her, our, there were, there are, including, reportedly, allegedly, foreign, local, young, different, male, female, in total, in all,
			altogether, overall, combined, respectively, here, who, that, which, a record, reported, reports, rescue, rescues, free, frees, repatriates, repatriate, arrest, arrests, detain, detains, deports, deport, saves, save, evacuates, evacuate, evacuated, returns, return, receives, received, identified, released, releases, release, such, same, batch of, group of,
			a group of, a batch of, team of, a team of, number of, the number of, them, it, not including, excluding, up, down,
			as, rescued, repatriated, arrested, freed, detained, deported, returned, saved, brought, back, home, figure, numbering,
			totaling, totalling, totalled, totaled, reached, reaching, hit, as well, still, strong, member`,
		unit: `people, persons, person, individuals, individual, victims, victim, men, women, man, woman, workers, worker, nationals,
			national, citizens, citizen, foreigners, foreigner, indians, indian, filipinos, filipino, filipinas, filipina, pinoys, pinoy,
			indonesians, indonesian, chinese, thais, thai, vietnamese, malaysians, malaysian, kenyans, kenyan, nepalis, nepali,
			nepalese, pakistanis, pakistani, bangladeshis, bangladeshi, sri lankans, sri lankan, ethiopians, ethiopian, ugandans,
			ugandan, africans, african, koreans, korean, south koreans, south korean, japanese, taiwanese, burmese, cambodians, cambodian, laotians, brazilians,
			brazilian, cases, case, complaints, complaint, calls, call, suspects, suspect, survivors, survivor, officers, police, children,
			child, girls, boys, girl, boy, youths, youth, migrants, migrant, trafficked, adults, adult, families, family, passengers, detainees, detainee,
			deportees, returnees, students, job seekers, jobseekers, job-seekers, job aspirants, engineers, souls, members, locals, others, human, trafficking,
			rs, inr, usd, php, us, dollars, rupees, pesos, usd, p, re, rmb, yuan, baht, rupiah, idr, thb, myr, rm, sgd, eur, euros, pounds, gbp, won, krw`,
		time: `year, years, month, months, week, weeks, day, days, hour, hours, minute, minutes, year-old, years-old, year old, years old, yr, yrs, aged, age, ages, am, pm, o'clock,
			january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug,
			sep, sept, oct, nov, dec, monday, tuesday, wednesday, thursday, friday, saturday, sunday, since, during, until, before, after, date,
			dated, century, decade, decades, ago, noon, midnight, years-long, group, groups`,
		fail: strings.Join([]string{
			// shares and parts
			`per cent, percent, pct, pc, mr, mrs, percentage, per centage, quarter, quarters, third, thirds, fourth, fifth, fifths, tenth, tenths,
			two-thirds, one-third, three-quarters, one-fourth, three-fourths, three-fifths, two-fifths, half of, half the, half of the, halves,
			majority, minority, most, most of, part of, portion, proportion, fraction, share, ratio, one in, in every, of every,
			out of every, per, each, every, twice, double, doubled, triple, tripled, times, fold, twofold, threefold, point`,
			// vague
			`several, few, a few, many, many of, some of, some of the, several of, multiple, various, numerous, countless, handful, a handful of,
			couple, pair, dozens of, scores, score, tens, tens of, plenty, lots, lot, a lot of, bulk, any, none, nobody, numbers, unknown,
			unspecified, undisclosed, unidentified number, both, either, neither, trio, quartet, duo, teens, twenties, thirties, forties, fifties,
			sixties, seventies, eighties, nineties, umpteen, innumerable, large, huge, and counting, counting, something, baker's`,
			// denials and doubts
			`no, not, never, nor, without, cannot, can't, no one, hardly, barely, scarcely, perhaps, maybe, possibly, probably, likely, might,
			could, would, unclear, unconfirmed, versus, vs, instead, rather, except, minus, less, plus or minus, if, whether, as few as, as little as,
			just about, not even, no longer, nowhere near, rose, rises, rising, risen, increased, increase, fell, falls, fallen, dropped, decreased, jumped, grew,
			climbed, times as many, target, goal, capacity, average, almost all, nearly all, not all, all but, almost all of the, nearly all of the, fewer, helpline, if not, expected, one of, one of the, one of them, one of those, one of these, one of whom, one of which, one and only, groups of, teams of, batches of, as low as, short, may exceed, up from, down from, up by, down by, down to, verging on, bordering on, next to, pairs, couples, pairs of, sets of, one another, one by one, one day, one-way, other than`,
			// order
			`first, second, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth, fifteenth, twentieth, hundredth,
			thousandth, top, st, nd, rd, th, no., number, phase, section, article, chapter, page, act, rule, highway, route, room, floor, level,
			district, block, building, batch no, flight, grade, version, covid, sector, ward, part, rank, ranked, point, points, hotline, dial, toll-free`,
			// other measures
			`daily, weekly, monthly, yearly, annually, km, kms, kilometres, kilometers, kg, kgs, kilograms, miles, metres, meters, acres, hectares, m, g, t, tonnes, tons, litres, degrees, %`,
		}, ","),
	}
}
