package main

// exceptional are codes that CLDR counts as regions and ISO 3166-1 only
// reserves (Ascension, Clipperton, Sark, Diego Garcia, Ceuta and Melilla, the
// Canary Islands, Tristan da Cunha).
var exceptional = map[string]bool{
	"AC": true, "CP": true, "CQ": true, "DG": true, "EA": true, "IC": true, "TA": true,
}

// preferShort are countries whose short name in CLDR is the usual one.
var preferShort = map[string]bool{"HK": true, "MM": true, "MO": true, "PS": true}

// ambiguous are translated names that two countries share once letter case and
// diacritics are folded.
var ambiguous = map[string]bool{
	"Nga": true, // Russia in Vietnamese, and the three letters of Nigeria
}

// regionCountries are the countries that reports on scam compounds name most:
// where compounds are, where people come from and transit. They are known under
// their names in all regionLanguages.
var regionCountries = []string{
	"AE", "AR", "AU", "BD", "BH", "BI", "BN", "BR", "BT", "CA", "CN", "CO", "DE", "ES", "ET", "FR", "GB", "GH", "HK",
	"ID", "IE", "IN", "IT", "JP", "KE", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LK", "MG", "MM", "MN", "MO", "MV",
	"MX", "MY", "MZ", "NG", "NP", "NZ", "OM", "PE", "PH", "PK", "PT", "QA", "RU", "RW", "SA", "SG", "TH", "TJ", "TL",
	"TR", "TW", "TZ", "UA", "UG", "US", "UZ", "VN", "ZA", "ZM", "ZW",
}

var regionLanguages = []string{
	"ar", "bn", "de", "es", "fil", "fr", "gu", "hi", "id", "it", "ja", "kk", "km", "kn", "ko", "lo", "ml", "mr", "ms", "my",
	"ne", "or", "pa", "pt", "ru", "si", "sw", "ta", "te", "th", "ur", "vi", "zh", "zh_Hant",
}

// countryAliases are other English names: the short names and formal names of
// ISO 3166-1, former names, abbreviations in common use, and the parts of the
// United Kingdom, which sources name where a country is asked for.
var countryAliases = map[string][]string{
	"AE": {"UAE", "Emirates"},
	"AG": {"Antigua"},
	"AX": {"Aland"},
	"BA": {"Bosnia-Hercegovina", "Bosnia Herzegovina"},
	"BN": {"Brunei Darussalam"},
	"BO": {"Bolivia (Plurinational State of)", "Plurinational State of Bolivia", "Bolivia, Plurinational State of"},
	"BQ": {"Bonaire, Sint Eustatius and Saba", "Bonaire"},
	"BS": {"Bahamas, The"},
	"BY": {"Byelorussia", "Belorussia"},
	"CC": {"Cocos Islands", "Keeling Islands"},
	"CD": {
		"DRC", "DR Congo", "D.R. Congo", "Congo-Kinshasa", "Congo (Kinshasa)", "Zaire", "Democratic Republic of the Congo",
		"Democratic Republic of Congo", "Congo, Democratic Republic of the", "Congo (Democratic Republic of the)",
		"Congo, The Democratic Republic of the", "Congo, Dem. Rep.", "Congo DRC",
	},
	"CF": {"CAR", "Central African Rep."},
	"CG": {
		"Congo", "Congo-Brazzaville", "Congo (Brazzaville)", "Republic of the Congo", "Republic of Congo",
		"Congo, Republic of the", "Congo, Rep.",
	},
	"CN": {"PRC", "People's Republic of China", "P.R. China", "PR China", "Mainland China", "China, People's Republic of"},
	"CV": {"Cape Verde", "Cabo Verde", "Cape Verde Islands"},
	"CW": {"Curacao"},
	"CZ": {"Czechia", "Czech Republic", "Czech Rep."},
	"DE": {"Federal Republic of Germany"},
	"DO": {"Dominican Rep."},
	"EH": {"Western Sahara", "Sahrawi Arab Democratic Republic"},
	"FK": {"Falklands", "Falkland Islands", "Falkland Islands (Malvinas)", "Malvinas"},
	"FM": {"Micronesia (Federated States of)", "Federated States of Micronesia", "Micronesia, Federated States of"},
	"FO": {"Faroes", "Faeroe Islands"},
	"GB": {
		"UK", "U.K.", "Britain", "Great Britain", "United Kingdom of Great Britain and Northern Ireland",
		"England", "Scotland", "Wales", "Northern Ireland", "England and Wales",
	},
	"GM": {"Gambia, The"},
	"GR": {"EL", "Hellas", "Hellenic Republic"},
	"GW": {"Guinea Bissau"},
	"HK": {"Hong Kong SAR", "Hong Kong, China", "Hong Kong (China)", "Hong Kong Special Administrative Region", "Hongkong"},
	"HM": {"Heard Island and McDonald Islands"},
	"IE": {"Republic of Ireland", "Irish Republic", "Éire"},
	"IN": {"Republic of India", "Bharat"},
	"ID": {"Republic of Indonesia"},
	"IO": {"British Indian Ocean Territory"},
	"IR": {"Iran (Islamic Republic of)", "Islamic Republic of Iran", "Iran, Islamic Republic of", "Persia"},
	"KG": {"Kyrgyz Republic", "Kirghizia", "Kirgizia"},
	"KH": {"Kampuchea", "Kingdom of Cambodia", "Democratic Kampuchea", "Khmer Republic"},
	"KN": {"Saint Kitts", "Saint Kitts-Nevis", "Saint Christopher and Nevis"},
	"KP": {
		"DPRK", "DPR Korea", "Korea, North", "N. Korea", "Korea DPR", "Democratic People's Republic of Korea",
		"Korea (Democratic People's Republic of)", "Korea, Democratic People's Republic of",
		"Korea (the Democratic People's Republic of)",
	},
	"KR": {"ROK", "Korea, South", "S. Korea", "Republic of Korea", "Korea (Republic of)", "Korea, Republic of", "Korea (the Republic of)", "Korea, Rep."},
	"LA": {"Lao PDR", "Lao P.D.R.", "Lao", "LPDR", "Lao People's Democratic Republic", "Lao People's Democratic Republic (the)"},
	"LC": {"Saint Lucia"},
	"LK": {"Ceylon", "Democratic Socialist Republic of Sri Lanka"},
	"LY": {"Libyan Arab Jamahiriya", "State of Libya"},
	"MD": {"Moldova (Republic of)", "Republic of Moldova", "Moldova, Republic of"},
	"MF": {"Saint Martin (French part)"},
	"MK": {
		"Macedonia", "North Macedonia", "Republic of North Macedonia", "FYROM", "FYR Macedonia",
		"The former Yugoslav Republic of Macedonia", "Macedonia, the former Yugoslav Republic of",
	},
	"MM": {"Burma", "Myanmar/Burma", "Burma/Myanmar", "Burma (Myanmar)", "Union of Myanmar", "Republic of the Union of Myanmar"},
	"MO": {"Macau", "Macao SAR", "Macau SAR", "Macau SAR China", "Macao, China", "Macau (China)"},
	"MP": {"Northern Marianas"},
	"MY": {"Federation of Malaysia"},
	"NL": {"Holland", "The Netherlands", "Netherlands (Kingdom of the)", "Kingdom of the Netherlands"},
	"NZ": {"Aotearoa"},
	"PG": {"PNG"},
	"PH": {"The Philippines", "Republic of the Philippines"},
	"PK": {"Islamic Republic of Pakistan"},
	"PN": {"Pitcairn Islands", "Pitcairn"},
	"PS": {
		"Palestine", "State of Palestine", "Palestine, State of", "Palestinian Territory", "Occupied Palestinian Territory",
		"Palestinian Territory, Occupied", "West Bank and Gaza",
	},
	"RU": {"Russian Federation"},
	"SA": {"KSA", "Kingdom of Saudi Arabia"},
	"SH": {"Saint Helena, Ascension and Tristan da Cunha"},
	"SK": {"Slovak Republic"},
	"SS": {"Republic of South Sudan"},
	"ST": {"Sao Tome"},
	"SX": {"Sint Maarten (Dutch part)"},
	"SY": {"Syrian Arab Republic"},
	"SZ": {"Swaziland", "Eswatini", "Kingdom of Eswatini"},
	"TH": {"Siam", "Kingdom of Thailand", "ประเทศไทย"},
	"TL": {"East Timor", "Timor Leste"},
	"TR": {"Turkey", "Türkiye", "Republic of Türkiye", "Republic of Turkey"},
	"TW": {"Taiwan (Province of China)", "Taiwan, Province of China", "Taiwan, China", "Chinese Taipei", "Republic of China", "R.O.C.", "Formosa", "Taiwan (ROC)", "Taiwan, ROC", "臺灣"},
	"TZ": {"Tanzania, United Republic of", "United Republic of Tanzania", "Tanzania (United Republic of)"},
	"UM": {"United States Minor Outlying Islands"},
	"US": {"USA", "U.S.A.", "US of A", "United States of America", "America", "The States", "USofA"},
	"VA": {"Holy See", "Vatican", "Holy See (Vatican City State)", "Vatican City State"},
	"VC": {"Saint Vincent"},
	"VE": {"Venezuela (Bolivarian Republic of)", "Bolivarian Republic of Venezuela", "Venezuela, Bolivarian Republic of"},
	"VG": {"Virgin Islands (British)", "Virgin Islands, British", "BVI"},
	"VI": {"Virgin Islands (U.S.)", "Virgin Islands, U.S.", "USVI", "US Virgin Islands"},
	"VN": {"Viet Nam", "Socialist Republic of Vietnam", "Viet-Nam"},
	"WS": {"Western Samoa"},
	"XK": {"XKX", "Republic of Kosovo", "Kosova"},
	"ZA": {"RSA", "Republic of South Africa"},
	"CH": {"Swiss Confederation"},
}

// displayNames are English names that stand before CLDR's: Indian states
// without the marks of transliteration, as the Union prints them, and the names
// that Nepal's provinces took in place of their numbers.
var displayNames = map[string][]string{
	"IN-CG": {"Chhattisgarh"},
	"IN-DH": {"Dadra and Nagar Haveli and Daman and Diu"},
	"IN-TS": {"Telangana"},
	"IN-UK": {"Uttarakhand"},
	"NP-P1": {"Koshi"},
	"NP-P2": {"Madhesh"},
	"NP-P3": {"Bagmati"},
	"NP-P5": {"Lumbini"},
	"NP-P7": {"Sudurpashchim"},
}

// correctedNames stand in place of CLDR's. ISO 3166-2 gave Iran's provinces new
// numbers in 2020 and used the old ones again; CLDR 48 has the new list of codes
// with the names of the old one.
var correctedNames = map[string][]string{
	"IR-00": {"Markazi", "Markazī"},
	"IR-01": {"Gilan"},
	"IR-02": {"Mazandaran"},
	"IR-03": {"East Azerbaijan"},
	"IR-04": {"West Azerbaijan", "West Azarbaijan"},
	"IR-05": {"Kermanshah"},
	"IR-06": {"Khuzestan"},
	"IR-07": {"Fars"},
	"IR-08": {"Kerman"},
	"IR-09": {"Razavi Khorasan"},
	"IR-10": {"Isfahan", "Esfahan"},
	"IR-11": {"Sistan and Baluchestan"},
	"IR-12": {"Kurdistan", "Kordestan"},
	"IR-13": {"Hamadan"},
	"IR-14": {"Chaharmahal and Bakhtiari"},
	"IR-15": {"Lorestan"},
	"IR-16": {"Ilam"},
	"IR-17": {"Kohgiluyeh and Boyer-Ahmad"},
	"IR-18": {"Bushehr"},
	"IR-19": {"Zanjan"},
	"IR-20": {"Semnan"},
	"IR-21": {"Yazd"},
	"IR-22": {"Hormozgan"},
	"IR-23": {"Tehran"},
	"IR-24": {"Ardabil"},
	"IR-25": {"Qom"},
	"IR-26": {"Qazvin"},
	"IR-27": {"Golestan"},
	"IR-28": {"North Khorasan"},
	"IR-29": {"South Khorasan"},
	"IR-30": {"Alborz"},
}

// subdivisionAliases are former names, other romanisations and abbreviations
// in common use, for the countries that the reports are about.
var subdivisionAliases = map[string][]string{
	"IN-AN": {"Andaman & Nicobar", "Andaman and Nicobar", "A&N Islands"},
	"IN-CG": {"Chattisgarh"},
	"IN-DL": {"NCT of Delhi", "National Capital Territory of Delhi", "New Delhi"},
	"IN-JK": {"J&K"},
	"IN-LD": {"Laccadives", "Laccadive Islands"},
	"IN-OD": {"Orissa", "Odissa"},
	"IN-PY": {"Pondicherry"},
	"IN-TN": {"Tamilnadu"},
	"IN-TS": {"Telengana"},
	"IN-UK": {"Uttaranchal"},
	"IN-UP": {"U.P."},

	"KH-1":  {"Banteay Mean Chey"},
	"KH-10": {"Kracheh"},
	"KH-11": {"Mondul Kiri"},
	"KH-15": {"Pursat", "Pouthisat"},
	"KH-16": {"Rattanakiri", "Ratanak Kiri"},
	"KH-17": {"Siemreap", "Siem Reab"},
	"KH-18": {"Preah Sihanouk", "Krong Preah Sihanouk", "Kampong Som", "Kompong Som", "Sihanouk Ville"},
	"KH-19": {"Steung Treng", "Stueng Traeng"},
	"KH-2":  {"Baat Dambang"},
	"KH-20": {"Svaay Rieng"},
	"KH-22": {"Otdar Meanchey", "Uddar Meanchey"},
	"KH-25": {"Tboung Khmum", "Tbong Khmom"},
	"KH-3":  {"Kompong Cham"},
	"KH-4":  {"Kompong Chhnang"},
	"KH-5":  {"Kompong Speu"},
	"KH-6":  {"Kompong Thom"},
	"KH-9":  {"Kaoh Kong"},

	"LA-CH": {"Champassak"},
	"LA-OU": {"Oudomxai", "Oudomsay"},
	"LA-SL": {"Saravane"},
	"LA-VT": {"Vientiane Prefecture", "Vientiane Capital", "Vientiane City"},
	"LA-XA": {"Xayaboury", "Sayaboury", "Xaignabouli"},
	"LA-XI": {"Xieng Khouang"},
	"LA-XS": {"Saysomboun"},

	"MM-01": {"Sagaing Region"},
	"MM-02": {"Pegu"},
	"MM-03": {"Magwe"},
	"MM-05": {"Tenasserim", "Taninthayi"},
	"MM-06": {"Rangoon"},
	"MM-07": {"Irrawaddy"},
	"MM-12": {"Karenni"},
	"MM-13": {"Karen", "Kayin (Karen)", "Karen (Kayin)"},
	"MM-16": {"Arakan"},
	"MM-18": {"Nay Pyi Taw", "Naypyitaw", "Nay Pyi Taw Union Territory"},

	"MY-01": {"Johore"},
	"MY-04": {"Melaka"},
	"MY-07": {"Pulau Pinang"},
	"MY-14": {"KL", "Wilayah Persekutuan Kuala Lumpur", "Federal Territory of Kuala Lumpur"},

	"ID-AC": {"Nanggroe Aceh Darussalam"},
	"ID-BB": {"Bangka Belitung"},
	"ID-JB": {"Jawa Barat"},
	"ID-JI": {"Jawa Timur"},
	"ID-JK": {"DKI Jakarta", "Special Capital Region of Jakarta"},
	"ID-JT": {"Jawa Tengah"},
	"ID-KB": {"Kalimantan Barat"},
	"ID-KI": {"Kalimantan Timur"},
	"ID-KR": {"Kepulauan Riau", "Kepri"},
	"ID-KS": {"Kalimantan Selatan"},
	"ID-KT": {"Kalimantan Tengah"},
	"ID-KU": {"Kalimantan Utara"},
	"ID-MU": {"Maluku Utara"},
	"ID-NB": {"Nusa Tenggara Barat", "NTB"},
	"ID-NT": {"Nusa Tenggara Timur", "NTT"},
	"ID-PB": {"Papua Barat"},
	"ID-PD": {"Southwest Papua"},
	"ID-PE": {"Highland Papua"},
	"ID-PS": {"South Papua"},
	"ID-PT": {"Central Papua"},
	"ID-SA": {"Sulawesi Utara"},
	"ID-SB": {"Sumatera Barat"},
	"ID-SG": {"Sulawesi Tenggara"},
	"ID-SN": {"Sulawesi Selatan"},
	"ID-SR": {"Sulawesi Barat"},
	"ID-SS": {"Sumatera Selatan"},
	"ID-ST": {"Sulawesi Tengah"},
	"ID-SU": {"Sumatera Utara"},
	"ID-YO": {"DI Yogyakarta", "Daerah Istimewa Yogyakarta", "Jogjakarta"},

	"PH-00":  {"National Capital Region", "NCR", "Manila"},
	"PH-14":  {"Bangsamoro", "BARMM", "ARMM", "Autonomous Region in Muslim Mindanao", "Bangsamoro Autonomous Region in Muslim Mindanao"},
	"PH-15":  {"CAR", "Cordillera Administrative Region", "Cordillera"},
	"PH-COM": {"Davao de Oro"},
	"PH-NCO": {"North Cotabato"},
	"PH-WSA": {"Western Samar"},

	"TH-10": {"Krung Thep", "Krung Thep Maha Nakhon", "Bangkok Metropolis"},
	"TH-14": {"Ayutthaya"},
	"TH-30": {"Korat"},
	"TH-S":  {"Phatthaya"},

	"VN-26": {"Hue", "Thua Thien Hue"},
	"VN-33": {"Dak Lak"},
	"VN-43": {"Ba Ria-Vung Tau"},
	"VN-HN": {"Ha Noi"},
	"VN-HP": {"Hai Phong"},
	"VN-SG": {"Saigon", "HCMC", "Ho Chi Minh", "TP. Ho Chi Minh"},

	"BD-10": {"Chattogram"},
	"BD-08": {"Cumilla"},
	"BD-22": {"Jashore"},
	"BD-03": {"Bogura"},
	"BD-A":  {"Barishal Division"},
	"BD-B":  {"Chattogram Division"},
	"PK-JK": {"Azad Jammu and Kashmir", "AJK"},
	"PK-KP": {"KPK", "NWFP", "North-West Frontier Province", "North-West Frontier"},
	"PK-IS": {"Islamabad Capital Territory", "ICT"},
	"PK-BA": {"Baluchistan"},
	"PK-SD": {"Sind"},
	"NP-P1": {"Province No. 1"},
	"NP-P2": {"Province No. 2", "Madhes"},
	"NP-P3": {"Province No. 3"},
	"NP-P5": {"Province No. 5"},
	"NP-P7": {"Province No. 7", "Sudurpaschim"},

	"CN-NM": {"Nei Mongol", "Inner Mongolia Autonomous Region"},
	"CN-XJ": {"Xinjiang Uygur Autonomous Region"},
	"CN-XZ": {"Xizang", "Tibet Autonomous Region"},
	"CN-GX": {"Guangxi Zhuang Autonomous Region"},
	"CN-NX": {"Ningxia Hui Autonomous Region"},
	"CN-MO": {"Macao"},
	"KR-11": {"Seoul Special City"},
	"KR-41": {"Gyeonggi-do"},
	"KR-42": {"Gangwon-do", "Kangwon"},
	"KR-43": {"Chungcheongbuk-do", "Chungbuk"},
	"KR-44": {"Chungcheongnam-do", "Chungnam"},
	"KR-45": {"Jeollabuk-do", "Jeonbuk"},
	"KR-46": {"Jeollanam-do", "Jeonnam"},
	"KR-47": {"Gyeongsangbuk-do", "Gyeongbuk"},
	"KR-48": {"Gyeongsangnam-do", "Gyeongnam"},
	"KR-49": {"Jeju-do"},
	"US-DC": {"Washington, D.C.", "Washington DC"},
	"NG-FC": {"FCT", "Federal Capital Territory", "Abuja"},
	"AE-DU": {"Dubayy"},
	"AE-RK": {"RAK"},
}

// successors are the codes that ISO 3166-2 replaced and for which CLDR names no
// successor, or only a country. Source: the change notes of ISO 3166-2; the
// first five are fixed by the interchange format.
var successors = map[string]string{
	"IN-OR": "IN-OD", "IN-TG": "IN-TS", "IN-UT": "IN-UK", "IN-CT": "IN-CG", "IN-DN": "IN-DH",
	"IN-DD": "IN-DH", // merged with Dadra and Nagar Haveli, 2020

	"CN-71": "CN-TW", "CN-91": "CN-HK", "CN-92": "CN-MO", // digits to letters, 2017
	// CLDR 48 writes CN-MN and CZ-663, which are no codes.
	"CN-15": "CN-NM", "CZ-611": "CZ-631",
	"MX-DIF": "MX-CMX", "ZA-GT": "ZA-GP", "ZA-NL": "ZA-KZN",
	"IR-31": "IR-28", "IR-32": "IR-30", // the only two whose old number is not used again
	"IQ-SW": "IQ-SU", "IQ-TS": "IQ-KI",
	"FR-75": "FR-75C", "FR-COR": "FR-20R", "FR-GUA": "FR-971", "FR-LRE": "FR-974", "FR-MAY": "FR-976",

	// Kazakhstan and Guatemala: letters to digits.
	"KZ-AKM": "KZ-11", "KZ-AKT": "KZ-15", "KZ-ALA": "KZ-75", "KZ-ALM": "KZ-19", "KZ-AST": "KZ-71", "KZ-ATY": "KZ-23",
	"KZ-KAR": "KZ-35", "KZ-KUS": "KZ-39", "KZ-KZY": "KZ-43", "KZ-MAN": "KZ-47", "KZ-PAV": "KZ-55", "KZ-SEV": "KZ-59",
	"KZ-SHY": "KZ-79", "KZ-VOS": "KZ-63", "KZ-YUZ": "KZ-61", "KZ-ZAP": "KZ-27", "KZ-ZHA": "KZ-31",
	"GT-AV": "GT-16", "GT-BV": "GT-15", "GT-CM": "GT-04", "GT-CQ": "GT-20", "GT-ES": "GT-05", "GT-GU": "GT-01",
	"GT-HU": "GT-13", "GT-IZ": "GT-18", "GT-JA": "GT-21", "GT-JU": "GT-22", "GT-PE": "GT-17", "GT-PR": "GT-02",
	"GT-QC": "GT-14", "GT-QZ": "GT-09", "GT-RE": "GT-11", "GT-SA": "GT-03", "GT-SM": "GT-12", "GT-SO": "GT-07",
	"GT-SR": "GT-06", "GT-SU": "GT-10", "GT-TO": "GT-08", "GT-ZA": "GT-19",
	// Estonia: the counties after the reform of 2017.
	"EE-44": "EE-45", "EE-49": "EE-50", "EE-51": "EE-52", "EE-57": "EE-56", "EE-59": "EE-60", "EE-65": "EE-64",
	"EE-67": "EE-68", "EE-70": "EE-71", "EE-78": "EE-79", "EE-82": "EE-81", "EE-86": "EE-87",
}

// withdrawnNames are withdrawn codes that CLDR no longer knows, and the names
// they stood for. Old records hold them.
var withdrawnNames = map[string]string{
	"BR-FN": "Fernando de Noronha",
	"CU-02": "La Habana",
	"EG-HU": "Helwan",
	"EG-SU": "6th of October",
	"ID-IJ": "Irian Jaya",
	"IQ-SW": "As Sulaymaniyah",
	"IQ-TS": "At-Ta'mim",
	"NA-OK": "Kavango",
	"TD-EN": "Ennedi",
	"VN-15": "Hà Tây",
}
