package incident

// Each line is a language, a phrase and the count it states; nothing for a phrase
// that has no number.
const phrasesEnglish = `
en | 60 short |
en | 60 short of 300 |
en | closer to 300 | <300
en | as high as 300 | <=300
en | close on 300 | <300
en | as low as 60 |
en | may exceed 300 |
en | up from 300 |
en | down to 60 |
en | verging on 300 |
en | 60 couples |
en | over 370 | >370
en | 50 odd | ~50
en | nearly 200 | <200
en | between 600 and 650 | 600..650
en | 13 out of 17 | 13
en | 2,55,777 | 255777
en | six lakh | 600000
en | 1.3 crore | 13000000
en | 250+ | >=250
en | upwards of 250 | >250
en | 50 or so | ~50
en | no fewer than 30 | >=30
en | no more than 30 | <=30
en | not more than 30 | <=30
en | no less than thirty | >=30
en | 12 or 13 | 12..13
en | 50–60 | 50..60
en | 50 to 60 | 50..60
en | from 50 to 60 people | 50..60
en | half a dozen | 6
en | two dozen | 24
en | a hundred | 100
en | hundreds |
en | dozens |
en | scores |
en | several |
en | a few |
en | a few hundred |
en | half |
en | two-thirds |
en | in 2024 |
en | 15 April |
en | Rs 500 crore | 5000000000
en | 2.5 lakh | 250000
en | 1.5 million | 1500000
en | 8.3 k | 8300
en | 8.3k | 8300
en | more than 100 but fewer than 200 | 101..199
en | less than half of 100 |
en | over 100, possibly 200 |
en | 1.018 |
en | 12,34 |
en | 1,23,4 |
en | 1'234 | 1234
en | two to three hundred | 200..300
en | 2-5 lakh | 200000..500000
en | between one hundred and two hundred | 100..200
en | between one hundred and fifty and two hundred | 150..200
en | one hundred and five | 105
en | one | 1
en | a man |
en | a |
en | no one |
en | two and a half million | 2500000
en | half a million | 500000
en | a million and a half | 1500000
en | One hundred seventy six | 176
en | more than a dozen | >12
en | about 12 out of 17 | ~12
en | 26 other officers | 26
en | around 48 per cent |
en | 40 to 50 percent |
en | some 50 to 60 people | 50..60
en | over the weekend 250 were freed |
en | at least 64 of them | >=64
en | first 64 |
en | the 64th |
en | Covid-19 |
en | 250k | 250000
en | at least two | >=2
en | thousands |
en | tens of thousands |
en | not 250 |
en | just under 200 | <200
en | well over 1,000 | >1000
en | just over 1,000 | >1000
en | approx. 250 | ~250
en | c. 250 | ~250
en | ~250 | ~250
en | >250 | >250
en | ≥250 | >=250
en | -5 |
en | an estimated 100,000 | ~100000
en | no fewer than 250 or more | >=250
en | 250 or more | >=250
en | 9223372036854775808 |
en | 9223372036854775807 | 9223372036854775807
en | over 9223372036854775807 |
en | nearly zero |
en | twelve hundred | 1200
en | two thousand and five | 2005
en | a total of up to 60 | <=60
en | up to 60 | <=60
en | higher than ever |
en | as of 2024 |
en | 250 in 2024 |
en | eight (9) |
en | 8 (eight) | 8
en | 2023-2024 |
en | five thousand two hundred and one | 5201
en | over five lakh twenty thousand | >520000
en | 5 lakhs | 500000
en | lakhs of people |
en | one in five |
en | five in one hundred |
en | 100 to 150 thousand | 100000..150000
en | a thousand | 1000
en | one thousand, two hundred |
en | 7 million to 8 million | 7000000..8000000
en | more than 24 lakh complaints | >2400000
en | 17.82 lakh complaints | 1782000
en | more than Rs. 5,489 crore | >54890000000
en | €1.5bn | 1500000000
en | roughly one million | ~1000000
en | 250 people and several dogs |
en | over 1,00,000 | >100000
en | nearly 3,00,000 people | <300000
en | around 40 to 50 | 40..50
en | Another 60 | 60
en | more than half |
en | 2 of 3 | 2
en | all 64 | 64
en | both |
en | none |
en | zero | 0
en | 0 | 0
en | 007 |
en | 1 233 |
en | ２５０ | 250
en | २५० | 250
en | 25० |
en | 250² |
en | 2½ |
en | G20 |
en | 64-year-old |
en | a 15-member team | 15
en | fifty-odd | ~50
en | 50-odd people | ~50
en | 250-plus | >=250
en | close to 400 | <400
en | more than 300 Indians | >300
en | about 5,000 to 10,000 | 5000..10000
en | at least 10 and up to 15 | 10..15
en | not less than 10 | >=10
en | in excess of 1,000 | >1000
en | as few as 10 |
en | twenty five | 25
en | twenty-five hundred | 2500
en | ninety nine | 99
en | between 2020 and 2024 |
en | over 40 nationalities |
en | some 4,000 mostly foreign workers | ~4000
en | more than 7,000 people from at least two dozen countries |
en | an additional 35 | 35
en | the remaining 12 | 12
en | as many as 120,000 people | <=120000
en | hundreds of thousands of people |
en | a few dozen |
en | nearly a hundred | <100
en | over a thousand | >1000
en | roughly two dozen people | ~24
en | close to 1,500 foreigners | <1500
en | dozens more |
en | 20 more people | 20
en | a further 14 | 14
en | only 3 | 3
en | just 10 people | 10
en | fewer than 10 | <10
en | anywhere from 50 to 100 | 50..100
en | more than 1 million | >1000000
en | 1.5 lakh | 150000
en | Rs 1,750 crore | 17500000000
en | 1,776 crore rupees | 17760000000
en | 7.4 lakh complaints | 740000
en | US$ 1.2 billion | 1200000000
en | 220,000 people | 220000
en | three in four |
en | one-third |
en | three quarters |
en | 40% |
en | 0.5 |
en | up to 100 people a day | <=100
en | 300-400 | 300..400
en | 300 - 400 | 300..400
en | 300—400 people | 300..400
en | about 300-400 Indians | 300..400
en | between 5,000 and 10,000 | 5000..10000
en | between 5 and 10 thousand | 5000..10000
en | 5 to 10 thousand | 5000..10000
en | at least 1,000 (one thousand) | >=1000
en | two (2) Filipinos | 2
en | twenty-three (23) | 23
en | sixty four | 64
en | one hundred and eighty-seven | 187
en | 150 plus | >=150
en | more than 150 plus |
en | less than 50 percent |
en | no one was rescued |
en | not one |
en | none of the 64 |
en | 64 out of 60 |
en | half of the 64 |
en | 64 of 187 | 64
en | 64 of the 187 detainees | 64
en | more than 64 of the 187 | >64
en | first batch of 64 |
en | batch of 64 | 64
en | third batch of 64 |
en | group of 64 | 64
en | a group of around 64 people | ~64
en | two groups of 30 |
en | 10 buses |
en | 64 Thais, Chinese and others | 64
en | 1 in 10 |
en | 24 hours |
en | 24x7 |
en | 24/7 |
en | 3 months |
en | on 15 March 2024 |
en | since 2021 |
en | by 2025 |
en | age 18 |
en | aged 18-24 |
en | 18-24 years |
en | 1930 | 1930
en | helpline 1930 |
en | article 370 |
en | 10,00,000 | 1000000
en | 10,000,00 |
en | 1,0000 |
en | 1,234,56 |
en | 1234,567 |
en | 1.234.567 | 1234567
en | twenty hundred | 2000
en | hundred | 100
en | over hundred | >100
en | several hundred |
en | hundred-odd | ~100
en | a dozen or so | ~12
en | a hundred or more | >=100
en | tens |
en | few |
en | many |
en | over 200 and under 300 | 201..299
en | at least 200 but not more than 300 | 200..300
en | more than 300 or nearly 400 |
en | either 12 or 13 |
en | 12, 13 |
en | 12 and 13 |
en | 12/13 |
en | +250 |
en | 250- | 250
en | 250* | 250
en | #250 |
en | No. 5 |
en | Phase 2 |
en | 100 years |
en | nil | 0
en | three, later four |
en | forty-two foreign nationals | 42
en | a total of more than 300 | >300
en | an average of 50 a day |
en | a record 300 | 300
en | at least one | >=1
en | more than one | >1
en | one or two | 1..2
en | ten to twelve | 10..12
en | two or three dozen | 24..36
en | minimum 20 | >=20
en | max 20 | <=20
en | 20 max | <=20
en | 20 at least | >=20
en | 20 approximately | ~20
en | 50ish | ~50
en | around fifty | ~50
en | 5k+ | >=5000
en | 10k-15k | 10000..15000
en | 2 lakh to 3 lakh | 200000..300000
en | 2 to 3 lakh | 200000..300000
en | nearly 2-3 lakh |
en | double 250 |
en | one fifth |
en | 250th |
en | 2nd |
en | Nearly 300, mostly Indians | <300
en | 300, mostly Indians | 300
en | about |
en |  |
en | !!! |
en | one million two hundred thousand | 1200000
en | about 1.2 million | ~1200000
en | 3.5 |
en | one hundred percent |
en | thousand | 1000
en | the thousand people | 1000
en | "over 800" | >800
en | ‘at least 64’ | >=64
en | “as many as 250” | <=250
en | at least 64. | >=64
en | >= 250 | >=250
en | < 250 | <250
en | 250 < |
en | ≈ 250 | ~250
en | 250 – 300 | 250..300
en | 300 – 250 |
en | more than 800 people – including 38 Filipinos |
en | 12 Kenyans and 3 Ugandans |
en | ONE HUNDRED | 100
en | OVER 800 | >800
en | Ten | 10
en | A dozen | 12
en | Over two hundred Indians | >200
en | some two hundred | ~200
en | some of the 200 |
en | almost all 200 |
en | all but 3 |
en | except 3 |
en | as little as 3 |
en | under-18 |
en | under 18s |
en | over-60s |
en | 20-30 Indians | 20..30
en | 20-year |
en | 5-6 lakh | 500000..600000
en | twenty to twenty-five | 20..25
en | fifteen hundred | 1500
en | 1,500-strong | 1500
en | 1500-2000 | 1500..2000
en | 1990-2000 |
en | two thousand twenty-four | 2024
en | well over 300 | >300
en | at least two dozen | >=24
en | more than 10,000 people | >10000
en | roughly 1,200 | ~1200
en | almost 1,000 | <1000
en | an estimated 120,000 people | ~120000
en | upwards of 1,000 | >1000
en | in excess of 5,000 | >5000
en | no less than 40 | >=40
en | not fewer than 12 | >=12
en | as many as 1,500 | <=1500
en | under 50 | <50
en | below 100 | <100
en | around a hundred | ~100
en | around one hundred | ~100
en | close to a thousand | <1000
en | scores of |
en | thousands of Indians |
en | a handful |
en | a couple of dozen |
en | couple |
en | countless |
en | the majority |
en | a third |
en | one-quarter of the group |
en | 20 per cent |
en | 15% |
en | some 30 to 40 | 30..40
en | 30-odd | ~30
en | forty-odd | ~40
en | 25-30 | 25..30
en | twenty to thirty | 20..30
en | between 20 and 30 people | 20..30
en | between twenty and thirty | 20..30
en | 11 out of 15 | 11
en | three of the five | 3
en | 3 of 5 | 3
en | six (6) people | 6
en | 1.25 lakh | 125000
en | 10.5 lakh | 1050000
en | 2.5 million | 2500000
en | 12.7 crore | 127000000
en | 1,00,00,000 | 10000000
en | three thousand four hundred and fifty-six | 3456
en | one lakh | 100000
en | five crore | 50000000
en | at most ten | <=10
en | maximum of 12 | <=12
en | minimum of 12 | >=12
en | just over 200 | >200
en | slightly more than 200 | >200
en | a little under 200 | <200
en | just shy of 200 | <200
en | one and a half lakh | 150000
en | one hundred and fifty | 150
en | nineteen people including a child | 19
en | 19 Indians | 19
en | 45 more Indians | 45
en | another 45 | 45
en | 45 others | 45
en | the other 45 | 45
en | first 45 |
en | 45 so far | 45
en | 45 as of Tuesday | 45
en | 45 to date | 45
en | 45 in total | 45
en | 45, including 4 women |
en | 45 (29 men and 16 women) |
en | 45 or 46 | 45..46
en | 45/46 |
en | 45+ | >=45
en | >45 | >45
en | approx 45 | ~45
en | approximately forty-five | ~45
en | circa 45 | ~45
en | ca. 45 | ~45
en | nearly all |
en | 2025 | 2025
en | in 2025 |
en | on May 5 |
en | May 5 |
en | 5 May |
en | 5th May |
en | five years |
en | aged 25 |
en | a 25-year-old man |
en | Group of 25 | 25
en | 25-member group | 25
en | 25 countries |
en | Rs 25 lakh | 2500000
en | ₹25,000 | 25000
en | $25 million | 25000000
en | $25m |
en | US$25 billion | 25000000000
en | PHP 1.5 million | 1500000
en | more than half a million | >500000
en | around half a million people | ~500000
en | more than a quarter of a million |
en | nearly three-quarters |
en | tens of millions |
en | a few thousand |
en | several thousand |
en | many hundreds |
en | low hundreds |
en | two hundreds | 200
en | hundred or so | ~100
en | a hundred or so | ~100
en | upwards of a hundred | >100
en | more than one hundred but less than two hundred | 101..199
en | over 200, including 12 children |
en | three to four | 3..4
en | 3 to 4 lakh | 300000..400000
en | three or four | 3..4
en | up to three | <=3
en | as few as three |
en | at least 3 to 4 |
en | nobody |
en | twenty-five thousand | 25000
en | 25 thousand | 25000
en | 25,000 plus | >=25000
en | more or less 25 | ~25
en | 25 more or less | ~25
en | 25 and counting |
en | 25 and rising |
en | +25 |
en | 25 percent of 100 |
en | 1,5 |
en | 1,50 |
en | 1.500 |
en | 1 500 |
en | 15 000 |
en | 0.25 million | 250000
en | .5 million |
en | 1e5 |
en | 0x10 |
en | IV |
en | ten thousand | 10000
en | teens |
en | A hundred and twenty | 120
en | six lakh fifty thousand | 650000
en | six lakh and fifty thousand | 650000
en | 1 lakh 20 thousand | 120000
en | thirty eight Filipinos | 38
en | over thirty-eight | >38
en | ‘hundreds’ |
en | about 5,000 (five thousand) | ~5000
en | five thousand (5,000) | 5000
en | five thousand (500) |
en | reported 45 | 45
en | allegedly 45 | 45
en | perhaps 45 |
en | up to possibly 45 |
en | 45? |
en | 45 approx. | ~45
en | 45 est. | ~45
en | est. 45 |
en | N/A |
en | unknown |
en | TBC |
en | not known |
en | no data |
en | 45 Chinese nationals | 45
en | 45 South Koreans | 45
en | no Filipinos |
en | two Filipinas and one Filipino |
en | over 45 but under 50 | 46..49
en | 45 plus 3 |
en | 45 and 3 |
en | 45 & 3 |
en | more than 10 percent |
en | 1 million-plus | >=1000000
en | one-hundred | 100
en | twenty – five |
en | one thousand and one | 1001
en | a thousand and one | 1001
en | one point five million |
en | half dozen | 6
en | half-a-dozen | 6
en | half a hundred | 50
en | 1/2 |
en | ½ |
en | about ½ |
en | two hundred-plus | >=200
en | 200-plus people | >=200
en | over two-hundred | >200
 | 250 | 250
 | about 250 | ~250
 | 1.018 |
 | 1,234 |
 | sekitar 250 | ~250
 | 約60人 | ~60
 | Dix-sept | 17
 | 250 xyzzy |
sw | zaidi ya 250 |
sw | 250 | 250
xx | about 250 people | ~250
`
