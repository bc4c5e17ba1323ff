package incident

import "maps"

import "strings"

// malay has the words of Indonesian and Malay; they differ in how digits are
// grouped.
func malay(groups grouping) words {
	small := list("nol/kosong/sifar,satu,dua,tiga,empat,lima,enam,tujuh,delapan/lapan,sembilan,sepuluh,sebelas,dua belas/duabelas," +
		"tiga belas/tigabelas,empat belas/empatbelas,lima belas/limabelas,enam belas/enambelas,tujuh belas/tujuhbelas," +
		"delapan belas/delapanbelas/lapan belas,sembilan belas/sembilanbelas")
	return words{
		groups: groups,
		about: `sekitar, kira-kira, kurang lebih, lebih kurang, sekira, sekitaran, diperkirakan, diperkirakan sekitar, perkiraan, diperkirakan mencapai, berkisar, dalam kisaran, kisaran,
			dianggarkan, anggaran, dianggarkan seramai, dianggarkan kira-kira, diperkirakan ada, lebih-kurang, anggaran kira-kira, ada sekitar`,
		atLeast: `setidaknya, sedikitnya, paling sedikit, sekurang-kurangnya, sekurangnya, minimal, minimum, setidak-tidaknya, paling tidak, tidak kurang dari, tak kurang dari, paling kurang,
			tidak kurang daripada, tak kurang daripada, tidak kurang, tak kurang, paling minimum, minima, tidak di bawah, serendah-rendahnya`,
		more: `lebih dari, lebih daripada, di atas, diatas, melebihi, melampaui, lebih banyak dari, lebih banyak daripada, lebih sekitar, sedikit lebih dari, jauh di atas, menembus, sudah lebih dari,
			telah melebihi, jauh lebih dari, mencecah lebih, lewat dari, melewati`,
		atMost: `hingga, sampai, sampai dengan, maksimal, maksimum, paling banyak, tidak lebih dari, tak lebih dari, tidak melebihi, sebanyak-banyaknya, tidak lebih daripada, maks, sehingga,
			setinggi-tingginya, paling ramai, selebih-lebihnya, paling maksimum`,
		less: `hampir, kurang dari, kurang daripada, di bawah, dibawah, nyaris, mendekati, tidak sampai, tidak mencapai, belum sampai, menghampiri, hampir mencapai, hampir mencecah, tak sampai,
			sedikit di bawah, sedikit kurang dari, lebih sedikit dari, mendekati angka`,
		aboutAfter: "an, kurang lebih, lebih kurang, atau lebih kurang",
		leastAfter: "atau lebih, ke atas, keatas, dan lebih",
		moreAfter:  "lebih",
		mostAfter:  "atau kurang, ke bawah",
		small: tens(small, list("dua puluh,tiga puluh,empat puluh,lima puluh,enam puluh,tujuh puluh,delapan puluh/lapan puluh,sembilan puluh"),
			func(t, u string, _ int) string { return t + " " + u }),
		values: map[int64]string{1: "seorang", 12: "selusin, sedozen", 100: "seratus", 1e3: "seribu", 1e6: "sejuta", 1e9: "semiliar, sebilion"},
		mult: map[int64]string{
			12: "lusin, dozen", 100: "ratus", 1e3: "ribu, rb", 1e6: "juta, jt", 1e9: "miliar, milyar, bilion", 1e12: "triliun, trilion",
			1e5: "lakh", 1e7: "crore",
		},
		around:  map[int64]string{100: "seratusan", 1e3: "seribuan"},
		half:    "setengah",
		between: "antara, di antara, diantara",
		to:      "hingga, sampai, sampai dengan, atau, ke",
		and:     "dan, hingga, sampai, dengan, tetapi, tapi, namun",
		of:      "dari, daripada, dari total, daripada jumlah, di antara, dari jumlah",
		in:      "pada, di, sejak",
		order:   "ke",
		label:   `kamp, kem, gerbang, pintu, zona, zon, kompleks, gedung, bangunan, blok, lantai, tingkat, aras, kamar, bilik, ruang, penerbangan, grup, kelompok, kumpulan, taman, tahap, seksi, kawasan, sektor, gelombang, terminal, batch, sesi`,
		thing:   `gedung, negara, kebangsaan, kewarganegaraan, provinsi, wilayah, negeri, kota, bandar, kabupaten, daerah, desa, penerbangan, pesawat, operasi, perusahaan, syarikat, bangunan, gedung, lokasi, tempat, ponsel, telefon, komputer, laptop, premis, tahun, bulan, minggu, pekan, hari, jam, menit, minit, titik, kumpulan`,
		skip: `hingga kini, hingga saat ini, hingga hari ini, hingga sekarang, sampai kini, sampai saat ini, sampai hari ini, sampai sekarang, sehingga kini, sehingga saat ini,
			sehingga hari ini, sehingga sekarang, sebanyak, sejumlah, seramai, total, jumlah, berjumlah, sejumlah total, totalnya, jumlahnya, seluruh, semua, kesemua, ada, terdapat, adalah, ialah, yaitu, yakni, para, yang, dan, atau, dari, daripada, di, ke, pada, dengan, untuk, oleh, dalam,
			mencapai, mencecah, tercatat, telah, sudah, kini, saat ini, sejauh ini, setakat ini, hari ini, hanya, tepat, persis, tambahan, lagi, lainnya, lain, ini, itu, tersebut, baru, juga, bersama, antaranya, termasuk, total ada, kira, asal, secara keseluruhan,
			keseluruhan, diselamatkan, dipulangkan, ditangkap, ditahan, menyelamatkan, memulangkan, selamatkan, pulangkan, tangkap, menangkap, polisi, polis, Kemlu, KBRI, pemerintah, kerajaan, dievakuasi, rombongan, sekumpulan, kelompok, angka, orangnya, sisanya, berhasil, menahan`,
		unit: `orang, WNI, WNA, warga negara Indonesia, warga negara asing, warga negara, warga, warga Indonesia, rakyat Malaysia, rakyat, warga asing, korban, mangsa, pekerja, pekerja migran, migran, PMI, TKI, ABK, CPMI, jiwa, laki-laki, pria, lelaki, perempuan,
			wanita, anak, kanak-kanak, kasus, kes, laporan, aduan, pengaduan, panggilan, individu, tersangka, suspek, pelaku, penumpang, rupiah, ringgit, Rp, RM, dolar, dollar, rakyat Indonesia, warga China, warga emas, remaja, pemuda, belia,
			peserta, siswa, mahasiswa, pelajar, keluarga, asing, Indonesia, Malaysia, China, Cina, tenaga kerja, buruh, orang Indonesia, ekor, buah`,
		fail: strings.Join([]string{
			`persen, peratus, peratusan, separuh, separo, setengahnya, sepertiga, seperempat, dua pertiga, tiga perempat, pertiga, perempat, mayoritas, majoriti, minoritas, sebagian, sebahagian, sebagian besar, sebahagian besar, kebanyakan, bagian, bahagian,
			setiap, tiap, per, satu dari, kali, ganda, kali lipat, lipat, dobel, koma, perpuluhan`,
			`puluhan, ratusan, ribuan, jutaan, belasan, lusinan, berpuluh-puluh, beratus-ratus, beribu-ribu, berpuluh, beratus, beribu, puluhan ribu, ratusan ribu, beberapa, banyak, sejumlah besar, segelintir, sedikit, ramai, berbagai, pelbagai, sepasang, pasangan, kedua,
			keduanya, semuanya, para korban, sekian, aneka, bermacam, sekelompok`,
			`tidak, tak, tiada, bukan, belum, tanpa, jangan, hanyalah, mungkin, barangkali, boleh jadi, kecuali, minus, kurang, naik, turun, meningkat, menurun, target, kapasitas`,
			`pertama, ketiga, keempat, kelima, keenam, ketujuh, kesepuluh, nomor, nombor, no, pasal, ayat, fase, fasa, tahap, halaman, bab, gelombang, kloter, seksyen, harian, mingguan, bulanan, km, kg, meter, m, hektar, hektare, kilometer`,
		}, ","),
		time: `tahun, thn, bulan, minggu, pekan, hari, jam, menit, minit, detik, usia, umur, berusia, berumur, pukul, tanggal, tarikh, selama, sejak, abad, dekade, januari, februari, maret, mac, april, mei, juni, jun, juli, julai, agustus, ogos, september, oktober, november,
			desember, disember, senin, isnin, selasa, rabu, kamis, khamis, jumat, jumaat, sabtu, ahad`,
	}
}

func indonesian() words { return malay(dotGroups) }

// malaysian says "lebih 100" where Indonesian says "lebih dari 100".
func malaysian() words {
	w := malay(commaGroups)
	w.more += ", lebih"
	return w
}

// filipino reads native and Spanish-derived numbers, and English words among
// them.
func filipino() words {
	ng := func(form string) string { // with the linker
		switch form[len(form)-1] {
		case 'a', 'e', 'i', 'o', 'u':
			return form + "/" + form + "ng"
		}
		return form + "/" + form + " na"
	}
	native := list("wala pa,isa,dalawa,tatlo,apat,lima,anim,pito,walo,siyam,sampu,labing-isa,labindalawa,labintatlo,labing-apat,labinlima,labing-anim,labimpito,labingwalo,labinsiyam")
	other := map[int]string{
		11: "labingisa/onse", 12: "labing-dalawa/labingdalawa/dose", 13: "labing-tatlo/labingtatlo/trese", 14: "labingapat/katorse", 15: "labing-lima/labinglima/kinse",
		16: "labinganim/disisais/desisais", 17: "labing-pito/labingpito/disisiyete/desisyete", 18: "labing-walo/labinwalo/disiotso/desiotso/disiotso", 19: "labing-siyam/labingsiyam/disinuwebe/desinuwebe",
		1: "uno", 2: "dos", 3: "tres", 4: "kuwatro/kwatro", 5: "singko", 6: "sais", 7: "siyete/syete", 8: "otso", 9: "nuwebe/nwebe", 10: "diyes/dyes",
	}
	english := english()
	small := make([]string, 0, 100)
	units := make([]string, 10)
	for n, form := range native {
		if n == 0 {
			small = append(small, english.small[0])
			continue
		}
		all := ng(form)
		if n == 1 {
			all = form
		}
		for alt := range strings.SplitSeq(other[n], "/") {
			if alt != "" {
				all += "/" + ng(alt)
			}
		}
		if n < 10 {
			units[n] = all
		}
		small = append(small, all+"/"+english.small[n])
	}
	units[1] += "/isang"
	tenForms := list("dalawampu,tatlumpu,apatnapu,limampu,animnapu,pitumpu,walumpu,siyamnapu")
	spanish := list("bente/beynte,trenta/treinta,kuwarenta/kwarenta,singkuwenta/singkwenta,sisenta/sesenta,sitenta/setenta,otsenta/ochenta,nobenta")
	apart := list("dalawang pu,tatlong pu,apat na pu,limang pu,anim na pu,pitong pu,walong pu,siyam na pu")
	for t, form := range tenForms {
		for u := range 10 {
			n := (t+2)*10 + u
			all := english.small[n]
			if u == 0 {
				all += "/" + ng(form) + "/" + ng(apart[t])
				for alt := range strings.SplitSeq(spanish[t], "/") {
					all += "/" + ng(alt)
				}
				small = append(small, all)
				continue
			}
			for unit := range strings.SplitSeq(units[u], "/") {
				for _, ten := range []string{form, apart[t]} {
					all += "/" + ten + " 't " + unit + "/" + ten + " at " + unit + "/" + ten + "t " + unit
				}
				for alt := range strings.SplitSeq(spanish[t], "/") {
					all += "/" + alt + " " + unit + "/" + alt + "'y " + unit + "/" + alt + " y " + unit
				}
			}
			small = append(small, all)
		}
	}
	return words{
		variants: true,
		groups:   commaGroups,
		suffix:   []string{"'t"},
		about: english.about + `, humigit-kumulang, humigit kumulang sa, mga, nasa, tinatayang, tinataya, tinatayang nasa, tinatantiyang, mahigit-kumulang, higit-kumulang, nasa humigit-kumulang, aabot sa humigit-kumulang,
			nasa mga, tinatayang mga, may mga, humigit`,
		atLeast: english.atLeast + `, hindi bababa sa, di bababa sa, di-bababa sa, hindi kukulangin sa, di kukulangin sa, hindi kukulangin, hindi baba sa, hindi bumababa sa, pinakakaunti, hindi bababa sa mga, di kukulanging`,
		more: english.more + `, mahigit, mahigit sa, higit, higit sa, higit pa sa, lampas sa, lagpas sa, lampas, lagpas, labis sa, sobra sa, nasa mahigit, nasa higit, nasa higit sa, nasa mahigit sa, may mahigit, aabot sa mahigit, umabot sa mahigit, umabot na sa mahigit,
			mas mataas sa, mas marami sa, lumampas sa, umabot sa higit, tinatayang mahigit, tinatayang higit sa, mahigit nang`,
		atMost:     english.atMost + `, hanggang, hanggang sa, di lalampas sa, hindi lalampas sa, hindi hihigit sa, di hihigit sa, hindi lalagpas sa, di lalagpas sa, pinakamarami, hindi tataas sa`,
		less:       english.less + `, halos, wala pang, malapit sa, malapit na sa, malapit nang, kulang sa, mas mababa sa, mas kaunti sa, hindi aabot sa, hindi aabot ng, hindi umabot sa, nasa halos, aabot sa halos, umabot sa halos, mababa sa`,
		aboutAfter: english.aboutAfter + ", humigit-kumulang",
		leastAfter: english.leastAfter + ", o higit pa, o mahigit, pataas, o higit",
		moreAfter:  english.moreAfter + ", mahigit",
		mostAfter:  english.mostAfter + ", o mas mababa, pababa",
		small:      small,
		values:     map[int64]string{100: "sandaan, sandaang, sangdaan", 1e3: "sanlibo, sanlibong, sang libo", 1e6: "sangmilyon, sangmilyong"},
		lone:       map[int64]string{1: "isang"},
		mult: merged(english.mult, map[int64]string{
			10: "pu, pung", 12: "dosena, dosenang", 100: "daan, daang, raan, raang, na raan, na raang", 1e3: "libo, libong, na libo, na libong", 1e6: "milyon, milyong", 1e9: "bilyon, bilyong",
		}),
		plural:  english.plural,
		half:    "kalahati, kalahating, half",
		article: "isang, a, an",
		glue:    "at, and, 't",
		between: "sa pagitan ng, pagitan ng, between",
		to:      "hanggang, o, to, or",
		and:     "at, hanggang, and, to, but, pero, ngunit",
		of:      "sa, mula sa, sa kabuuang, of, out of, of the, mula sa kabuuang",
		in:      "noong, sa, in",
		order:   english.order + ", ika, pang",
		label:   english.label + `, kampo, tarangkahan, sona, gusali, palapag, kuwarto, silid, pangkat, seksyon, yugto`,
		thing:   english.thing + `, bansa, bansang, nasyonalidad, lalawigan, probinsya, probinsiya, lungsod, lugar, rehiyon, kumpanya, gusali, araw, buwan, taon, oras, linggo, eroplano, selpon`,
		skip: english.skip + `, ang, ng, sa, na, si, ay, pa, pang, kabuuang, kabuuan, may, mayroon, mayroong, mga, umano'y, umano, umanong, iba, iba pa, iba pang, ibang, lamang, lang, lahat, lahat ng, eksaktong, eksakto, aniya, naman, nasagip, nailigtas, naaresto, napauwi,
			nasagip na, ito, itong, para, mula, kasama, kabilang, ngayon, sa ngayon, hanggang ngayon, umabot sa, umabot na sa, umaabot sa, umabot, karagdagang, dagdag na, bagong, natitirang, ayon sa, dahil, at, o, sila, nakauwi, inaresto, sinagip, nahuli, ni, kanilang, sumatotal,
			nang, rin, din, dinakip, natagpuan, na-rescue, nakaligtas`,
		unit: english.unit + `, tao, taong, katao, Pilipino, Pilipinong, Pilipina, Pinoy, OFW, OFWs, biktima, biktimang, dayuhan, dayuhang, banyaga, banyagang, kababayan, indibidwal, indibiduwal, manggagawa, manggagawang, babae, babaeng, lalaki, lalaking, kababaihan, kalalakihan, bata, batang, menor de edad,
			kaso, reklamo, tawag, suspek, piso, pisong, dolyar, empleyado, Tsino, Tsinong, Koreano, Vietnamese, nasyonal, mamamayan, opisyal, pulis, pasahero`,
		time: strings.ReplaceAll(english.time, ", may,", ",") + `, taon, taong gulang, anyos, gulang, edad, buwan, linggo, araw, oras, alas,
			petsa, enero, pebrero, marso, abril, mayo, hunyo, hulyo, agosto, setyembre, oktubre, nobyembre, disyembre, lunes, martes, miyerkules, huwebes, biyernes, sabado`,
		fail: english.fail + `, porsyento, porsiyento, bahagdan, kalahati ng, sangkatlo, sangkapat, karamihan, karamihan sa, mayorya, bahagi, bawat, kada, isa sa, isa sa mga, doble, beses,
			daan-daan, daan-daang, daang-daan, daang-daang, libo-libo, libo-libong, libu-libo, libu-libong, libong-libong, sampu-sampu, sampu-sampung, dose-dosena, dose-dosenang, milyon-milyon, milyun-milyon, milyon-milyong, ilan, ilang, marami, maraming, kakaunti, iba't ibang, iba't iba, sandamakmak, ilandaan, ilandaang,
			kulang-kulang, aabot sa, aabot ng, aabot, abot sa, grupo, kapwa, pares, hindi, di, wala, walang, huwag, siguro, marahil, baka, maliban, posibleng, una, unang, ikalawa, pangalawa, ikatlo, pangatlo, ikaapat, ikalima, numero, artikulo, bilang,  mula noong, simula, simula noong, punto, tumaas, bumaba, sana`,
	}
}

// merged joins two tables of words.
func merged(a, b map[int64]string) map[int64]string {
	m := make(map[int64]string, len(a)+len(b))
	maps.Copy(m, a)
	for n, text := range b {
		if m[n] != "" {
			text += "," + m[n]
		}
		m[n] = text
	}
	return m
}
