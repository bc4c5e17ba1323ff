package incident

// Headline words around a figure. Each line is a language, a phrase and the
// count it states; nothing for a phrase that has no number.
const phrasesHeadlines = `
en | KK Park 2 |
en | Camp 4 |
en | Gate 2 |
en | Zone 5 |
en | batch 3 |
en | Golden Triangle 2 compound |
en | Myawaddy Complex 3 |
en | raid on building 12 |
en | at camp 4: 250 freed |
en | Shunda Park: 250 freed | 250
en | 120.000 people |
en | 45.000 Indians |
en | 75.000 |
en | 1,234.000 |
en | 1.250 million | 1250000
en | 2.125 crore | 21250000
en | groups of 12 |
en | a group of 12 people | 12
en | as of 250 |
en | 158 as of now | 158
en | as of Monday 250 |
en | one of them |
en | one of those rescued |
en | people from 37 countries |
en | victims of 15 nationalities |
en | 37 other countries |
en | 15 or more provinces |
en | 26 other officers | 26
en | 731 | 731
en | 67 foreigners | 67
en | 250 foreigners from several countries |
en | zero-tolerance |
en | one-time |
en | one-stop centre |
en | one-on-one |
en | one-and-only |
en | line-one |
en | two-phase raid |
en | twelve-member team | 12
en | twenty-five-odd people | ~25
en | thirty-two | 32
en | two-and-a-half million | 2500000
en | 100+ | >=100
en | 100-plus victims | >=100
en | US$3,000 | 3000
en | 500 baht | 500
en | more or less 100 | ~100
en | Police rescue 45 Kenyans | 45
en | Myanmar frees 250 more | 250
en | flight 402 |
en | 3 flights |
en | Flight carrying 283 Indians |
en | third batch of 46 |
en | a batch of 46 | 46
en | Room 101 |
en | two buses |
en | in 12 raids |
en | over three days |
en | within 48 hours |
en | 300 rescued so far | 300
en | at least 20 Ugandan nationals | >=20
en | as many as 1,200 trafficking victims | <=1200
en | Article 5 |
en | Section 370 |
en | 12 compound workers | 12
en | 40 hotel rooms |
en | 19 companies |
en | 5 women and 3 men |
en | 1 | 1
fr | le parc 2 |
fr | camp 4 |
fr | porte 3 |
fr | bâtiment 12 |
fr | 37 pays |
fr | 20 nationalités |
fr | 250 personnes de 20 pays |
fr | plus de 250 étrangers | >250
fr | 1,018 |
fr | 1.200 |
fr | trente-deux | 32
fr | un sans-papiers |
fr | une soixantaine de ressortissants | ~60
de | Lager 4 |
de | Tor 2 |
de | Zone 5 |
de | Flug 402 |
de | aus 37 Ländern |
de | 20 Nationen |
de | 250 Menschen | 250
de | 1,018 |
de | 1,018 Millionen |
de | rund 300 Ausländer | ~300
es | puerta 2 |
es | edificio 4 |
es | 37 países |
es | 15 nacionalidades |
es | más de 250 extranjeros | >250
es-MX | 1.018 |
es-MX | 120.000 personas |
es | 120.000 personas | 120000
it | edificio 4 |
it | 37 paesi |
it | oltre 250 persone | >250
pt | prédio 4 |
pt | 37 países |
pt | cerca de 250 brasileiros | ~250
pt | 1.200 | 1200
id | kamp 4 |
id | gedung 12 |
id | gelombang 3 |
id | 37 negara |
id | dari 12 provinsi |
id | seratusan orang | ~100
id | satu-satunya |
id | 1,018 |
id | 45 WNI asal Sumatera | 45
id | sekitar 120.000 orang | ~120000
ms | blok 5 |
ms | zon 3 |
ms | 15 negara |
ms | tidak kurang 30 | >=30
ms | lebih 100 rakyat Malaysia | >100
ms | 120.000 orang |
ms | lebih kurang 100 | ~100
fil | gate 2 |
fil | 37 bansa |
fil | 12 bansang |
fil | 120.000 katao |
fil | 206 Pilipino | 206
fil | isang-daan | 100
vi | tòa nhà 5 |
vi | cổng 2 |
vi | 37 quốc gia |
vi | 12 tỉnh thành |
vi | 1,018 |
vi | 250 nạn nhân | 250
th | อาคาร 5 |
th | ประตู 2 |
th | 37 ประเทศ |
th | จาก 20 ประเทศ |
th | 260 คน | 260
th | 120.000 คน |
lo | 12 ປະເທດ |
km | ១២ ប្រទេស |
my | ၁၂ နိုင်ငံ |
zh | 两万三 | 23000
zh | 一千五 | 1500
zh | 两百五 |
zh | 五六百 | 500..600
zh | 五六百人 | 500..600
zh | 五六人 | 5..6
zh | 两三千名 | 2000..3000
zh | 廿五 | 25
zh | 廿五人 | 25
zh | 37个国家 |
zh | 12个省份 |
zh | 园区2 |
zh | KK园区2号 |
zh | 三五百人 |
zh | 二十五六人 |
zh | 3架包机 |
ja | 37か国 |
ja | 12都市 |
ja | 60人 | 60
ko | 37개국 |
ko | 12개 도시 |
ko | 60명 | 60
hi | पौन लाख | 75000
hi | पौने सौ | 75
hi | पौने दो सौ | 175
hi | 37 देशों |
hi | 12 राज्यों के लोग |
hi | गेट 2 |
hi | 60 भारतीय नागरिक | 60
hi | 120.000 लोग |
ur | پون لاکھ | 75000
ur | پونے دو سو | 175
ur | 37 ممالک |
ur | گیٹ 2 |
ur | 38 پاکستانی | 38
mr | 12 राज्यांतील |
mr | गेट 2 |
gu | 12 દેશોના |
gu | ગેટ 2 |
bn | ১২টি দেশের |
bn | গেট ২ |
pa | 12 ਦੇਸ਼ਾਂ |
ne | १२ देश |
ml | 12 രാജ്യങ്ങളിൽ |
ta | 12 நாடுகள் |
te | 12 దేశాల |
kn | 12 ದೇಶಗಳ |
ar | 37 دولة |
ar | من 12 جنسية |
ar | بوابة 2 |
ar | 60 شخصا | 60
en | Chinatown 2 |
en | Tower B 3 |
en | Yatai New City 2 |
en | Myanmar frees 250 | 250
en | Army arrests 45 | 45
en | embassy: 250 | 250
en | one of 17 Kenyans |
en | two or three dozen | 24..36
en | call 1930 |
en | version 2.0 |
en | 2.0 |
en | 80 pc |
en | Mr Wong, 34 |
en | 24/7 |
en | Unit 731 |
en | 1st batch of 60 Indians |
en | 250 at 10 locations |
en | 24-yr-old |
en | six-figure |
en | less than one | <1
en | 1.50 |
es | uno de ellos |
es | fase 2 |
pt | um deles |
it | zona 2 |
de | KK Park 2 |
fr | vol 402 |
fr | deux-roues |
fr | 12.500 personnes |
id | KK Park 2 |
id | 84 WNI dari 5 provinsi |
id | seribuan orang | ~1000
fil | Camp Crame 2 |
vi | 3 đợt |
vi | đợt 3 |
th | เคเคปาร์ค 2 |
th | เฟส 2 |
zh | 亚太城2 |
zh | 第二批 |
zh | 万一 |
zh | 万三 |
zh | 三万五 | 35000
zh | 三万五千 | 35000
zh | 两万三人 |
zh | 七八十人 | 70..80
zh | 九十人 | 90
zh | 二三线 |
ja | 5階 |
ko | 3층 |
ko | KK파크 2 |
hi | केके पार्क 2 |
hi | सवा लाख | 125000
ar | الدفعة 2 |
en | between 2 and 3 weeks |
en | between 20 and 30 countries |
en | between 20 and 30 people | 20..30
en | 50 scam compounds |
en | 37 African countries |
en | 50 Chinese passports |
en | 50 lashes |
en | rescue of 60 Indian nationals | 60
en | Thailand takes in 260 trafficking victims | 260
en | 11 Pakistanis rescued from KK Park | 11
en | 11 Pakistanis rescued from KK Park 2 |
en | More than 7,000 people from 28 countries |
en | $10,000 ransom | 10000
en | 17 hours a day |
en | nineteen ninety |
en | twenty twenty |
en | 7-Eleven |
en | Camp Four |
en | Zone Two |
id | antara 2 dan 3 bulan |
id | 5 buah gedung |
id | 110 WNI kabur dari Kamboja | 110
ms | lebih 5 buah negara |
ms | lebih separuh |
vi | 2-3 tuần |
th | 7,000 คน จาก 28 ประเทศ |
zh | 约三万五 | ~35000
zh | 三万五左右 | ~35000
zh | 三万五到四万 | 35000..40000
zh | 二三百万元 | 2000000..3000000
zh | 三四个国家 |
zh | 五六个月 |
zh | 七八成 |
zh | 二百三 |
zh | 四五千到六千 |
ko | 3만 5천명 | 35000
hi | पौने तीन साल |
hi | सवा घंटा |
ur | پون کروڑ | 7500000
de | Zone Zwei |
fr | deux ou trois semaines |
es | 24 horas |
`
