package advisory

// The places that adverts name, with the names of countries in Hindi and Filipino and
// those of peoples; the English names of all countries come from
// [incident.CountryName]. The cities are capitals, those where many work abroad, and
// those that the reports and advisories of this project's corpus name as places of
// compounds. Cities of countries that send workers stand here to tell offices from
// destinations.
const wordsPlaces = `
place=TH: thailand, thai land, thiland, thailnd, bangkok, bankok, bangkock, mae sot, maesot, mae sai, chiang mai, chiang rai, phuket, pattaya, थाईलैंड, थाइलैंड, थाईलैण्ड, थाइलैण्ड, बैंकॉक, बैंकाक, मे सोट, माई सोट, मेसोट, पटाया, taylandiya
place=KH: cambodia, combodia, kambodia, cambodya, kombodia, camboida, phnom penh, phnompenh, pnom penh, sihanoukville, sihanouk ville, sihanukville, sihanouk, bavet, poipet, poi pet, siem reap, koh kong, bokor, kampot, कंबोडिया, कम्बोडिया, नोम पेन्ह, फ्नोम पेन्ह, सिहानुकविल, kambodya, kampuchea
place=MM: myanmar, mianmar, mayanmar, burma, myawaddy, myawady, miawadi, kk park, shwe kokko, shwe koko, yangon, rangoon, laukkaing, laukkai, tachileik, mandalay, म्यांमार, म्यानमार, म्यंमार, बर्मा, म्यावाड़ी, म्यावाडी, केके पार्क, यांगून
place=LA: laos, lao, laos pdr, vientiane, vientien, golden triangle, golden triangle sez, bokeo, ton pheung, savannakhet, kings romans, लाओस, लाऔस, वियनतियाने, विएंतियान, गोल्डन ट्रायंगल, गोल्डन ट्राएंगल
place=VN: vietnam, viet nam, hanoi, ho chi minh, ho chi minh city, saigon, वियतनाम
place=PH: philippines, phillipines, philipines, phils, manila, metro manila, makati, pasay, clark, pampanga, angeles city, paranaque, las pinas, cebu, tarlac, bamban, davao, quezon city, ermita, malate, pilipinas, taguig, ortigas, बमबन, फिलीपींस, फिलिपींस, मनीला
place=MY: malaysia, malasia, malayasia, kuala lumpur, kualalumpur, kl malaysia, penang, johor, johor bahru, selangor, मलेशिया, कुआलालंपुर, malaysya
place=SG: singapore, singapur, सिंगापुर, singapura
place=ID: indonesia, jakarta, bali, batam, इंडोनेशिया
place=AE: uae, u a e, united arab emirates, emirates, dubai, dubay, dubaii, ajman, sharjah, abu dhabi, abudhabi, ras al khaimah, fujairah, दुबई, दुबइ, अजमान, शारजाह, अबू धाबी, अबु धाबी, यूएई, संयुक्त अरब अमीरात
place=SA: saudi arabia, saudi, saudia, ksa, riyadh, jeddah, jiddah, dammam, al khobar, madinah, makkah, सऊदी अरब, सउदी अरब, सऊदी, रियाद, जेद्दा, दम्माम
place=QA: qatar, doha, क़तर, कतर, दोहा, katar
place=KW: kuwait, kuwait city, कुवैत, kuwet
place=BH: bahrain, manama, बहरीन, behrain
place=OM: oman, muscat, salalah, ओमान, मस्कट
place=JO: jordan, amman, जॉर्डन
place=IQ: iraq, baghdad, erbil, इराक
place=IL: israel, tel aviv, इजराइल, इज़राइल, इस्राइल
place=LB: lebanon, beirut
place=CY: cyprus
place=JP: japan, tokyo, osaka, जापान, hapon
place=KR: south korea, s korea, korea, seoul, कोरिया, दक्षिण कोरिया, timog korea
place=TW: taiwan, taipei, ताइवान, taywan
place=HK: hong kong, hongkong, hk, हांगकांग, हॉन्ग कॉन्ग
place=MO: macau, macao, मकाऊ
place=CN: china, beijing, shanghai, guangzhou, shenzhen, चीन, tsina
place=RU: russia, moscow, रूस
place=DE: germany, berlin, munich, जर्मनी, alemanya
place=GB: united kingdom, uk, u k, england, london, scotland, britain, great britain, wales, ब्रिटेन, इंग्लैंड, लंदन
place=IE: ireland, dublin
place=PL: poland, warsaw, पोलैंड
place=RO: romania, bucharest, रोमानिया
place=HU: hungary, budapest
place=HR: croatia, zagreb, क्रोएशिया
place=CZ: czech republic, czechia, prague
place=RS: serbia, belgrade, सर्बिया
place=IT: italy, rome, milan, इटली
place=ES: spain, madrid
place=PT: portugal, lisbon, पुर्तगाल
place=FR: france, paris, फ्रांस
place=GR: greece, athens
place=MT: malta
place=NL: netherlands, holland
place=CA: canada, kanada, toronto, vancouver, ontario, alberta, कनाडा
place=US: usa, u s a, united states, america, new york, अमेरिका, amerika
place=AU: australia, sydney, melbourne, perth, ऑस्ट्रेलिया
place=NZ: new zealand, auckland, न्यूजीलैंड
place=TR: turkey, turkiye, istanbul, तुर्की
place=GE: georgia, tbilisi
place=AZ: azerbaijan, baku
place=AM: armenia, yerevan
place=MV: maldives, male maldives, मालदीव
place=MU: mauritius, मॉरीशस
place=SC: seychelles
place=FJ: fiji
place=BN: brunei, brunei darussalam
place=IN: india, bharat, hindustan, भारत, इंडिया, mumbai, bombay, delhi, new delhi, chennai, madras, kolkata, hyderabad, bangalore, bengaluru, kochi, cochin, lucknow, patna, jaipur, ahmedabad, surat, pune, chandigarh, jalandhar, ludhiana, amritsar, trivandrum, thiruvananthapuram, kozhikode, calicut, vizag, visakhapatnam, gorakhpur, noida, gurgaon, gurugram, siliguri, guwahati, bhopal, indore, goa, kerala, punjab, bihar, gujarat, tamil nadu, rajasthan, uttar pradesh, maharashtra, telangana, मुंबई, मुम्बई, दिल्ली, नई दिल्ली, चेन्नई, कोलकाता, हैदराबाद, लखनऊ, पटना, जयपुर, गोरखपुर, चंडीगढ़, केरल, पंजाब, बिहार, गुजरात, राजस्थान
place=NP: nepal, kathmandu, pokhara, नेपाल, काठमांडू
place=BD: bangladesh, dhaka, chittagong, sylhet, बांग्लादेश
place=LK: sri lanka, srilanka, colombo, श्रीलंका
place=PK: pakistan, karachi, lahore, islamabad, rawalpindi, पाकिस्तान
place=KE: kenya, nairobi
place=ZA: south africa, johannesburg
nothing: golden triangle company, new zealand dollar, hong kong style, clark kent
nation=IN: indian, indians, bhartiya, bharatiya, bhartiye, hindustani, भारतीय, भारतीयों, हिंदुस्तानी, indian passport
nation=PH: filipino, filipinos, filipina, filipinas, pinoy, pinoys, pinay, pinays, pilipino, pilipina, noypi, kapwa pinoy, फिलिपिनो
nation=NP: nepali, nepalis, nepalese, नेपाली, नेपालियों
nation=PK: pakistani, pakistanis
nation=BD: bangladeshi, bangladeshis, बांग्लादेशी
nation=LK: sri lankan, sri lankans, srilankan, srilankans
nation=MM: burmese
nation=ID: indonesian, indonesians
nation=MY: malaysian, malaysians
nation=TH: thais
nation=KE: kenyan, kenyans
nation=UG: ugandan, ugandans
nation=ET: ethiopian, ethiopians
nation=NG: nigerian, nigerians
nation=GH: ghanaian, ghanaians
nation=ZA: south african, south africans
nation=VN: vietnamese
nation=TW: taiwanese
nation=BR: brazilian, brazilians
`
