package incident

// Numbers spelled out by CLDR's rules (release 42, Unicode licence), an oracle
// that shares nothing with the tables: language, phrase, number.
const phrasesCLDR = `
en | two | 2
en | eight | 8
en | eleven | 11
en | twelve | 12
en | seventeen | 17
en | twenty-one | 21
en | twenty-nine | 29
en | thirty-three | 33
en | forty-seven | 47
en | fifty-eight | 58
en | sixty-four | 64
en | seventy-one | 71
en | seventy-six | 76
en | eighty | 80
en | eighty-five | 85
en | ninety-nine | 99
en | one hundred | 100
en | one hundred one | 101
en | one hundred ten | 110
en | one hundred twenty-five | 125
en | one hundred eighty-seven | 187
en | two hundred | 200
en | two hundred fifty | 250
en | three hundred seventy-five | 375
en | five hundred | 500
en | six hundred thirty-four | 634
en | seven hundred | 700
en | eight hundred sixty-six | 866
en | nine hundred ninety-nine | 999
en | one thousand | 1000
en | one thousand eighteen | 1018
en | one thousand two hundred | 1200
en | one thousand nine hundred ninety-nine | 1999
en | two thousand | 2000
en | thirty thousand five hundred six | 30506
en | thirty-seven thousand two hundred sixty-six | 37266
en | two thousand three hundred sixty | 2360
en | ninety-six thousand two hundred forty-nine | 96249
en | eighty-one thousand two hundred thirty-four | 81234
en | seventy-six thousand fifty-seven | 76057
en | eighty-nine thousand five hundred ninety-seven | 89597
en | fifty-five thousand nine hundred eighty | 55980
en | twenty-four thousand nine hundred six | 24906
en | ninety-seven thousand eight hundred ninety-four | 97894
en | fifty-seven thousand three hundred forty-two | 57342
en | forty-six thousand one hundred forty-two | 46142
id | dua | 2
id | delapan | 8
id | sebelas | 11
id | dua belas | 12
id | tujuh belas | 17
id | dua puluh satu | 21
id | dua puluh sembilan | 29
id | tiga puluh tiga | 33
id | empat puluh tujuh | 47
id | lima puluh delapan | 58
id | enam puluh empat | 64
id | tujuh puluh satu | 71
id | tujuh puluh enam | 76
id | delapan puluh | 80
id | delapan puluh lima | 85
id | sembilan puluh sembilan | 99
id | seratus | 100
id | seratus satu | 101
id | seratus sepuluh | 110
id | seratus dua puluh lima | 125
id | seratus delapan puluh tujuh | 187
id | dua ratus | 200
id | dua ratus lima puluh | 250
id | tiga ratus tujuh puluh lima | 375
id | lima ratus | 500
id | enam ratus tiga puluh empat | 634
id | tujuh ratus | 700
id | delapan ratus enam puluh enam | 866
id | sembilan ratus sembilan puluh sembilan | 999
id | seribu | 1000
id | seribu delapan belas | 1018
id | seribu dua ratus | 1200
id | seribu sembilan ratus sembilan puluh sembilan | 1999
id | dua ribu | 2000
id | empat puluh ribu sebelas | 40011
id | tujuh puluh lima ribu sembilan ratus tiga puluh sembilan | 75939
id | tiga puluh tiga ribu sembilan ratus tujuh puluh | 33970
id | dua puluh ribu enam ratus tujuh puluh tiga | 20673
id | tujuh puluh enam ribu lima puluh tujuh | 76057
id | enam puluh ribu tujuh ratus tiga puluh delapan | 60738
id | empat puluh tiga ribu lima ratus tujuh puluh dua | 43572
id | empat puluh enam ribu empat ratus dua puluh delapan | 46428
id | dua puluh delapan ribu seratus tiga puluh sembilan | 28139
id | dua puluh empat ribu empat puluh delapan | 24048
id | lima puluh tujuh ribu sembilan ratus lima puluh | 57950
id | delapan puluh tujuh ribu dua ratus empat puluh sembilan | 87249
ms | dua | 2
ms | lapan | 8
ms | sebelas | 11
ms | dua belas | 12
ms | tujuh belas | 17
ms | dua puluh satu | 21
ms | dua puluh sembilan | 29
ms | tiga puluh tiga | 33
ms | empat puluh tujuh | 47
ms | lima puluh lapan | 58
ms | enam puluh empat | 64
ms | tujuh puluh satu | 71
ms | tujuh puluh enam | 76
ms | lapan puluh | 80
ms | lapan puluh lima | 85
ms | sembilan puluh sembilan | 99
ms | seratus | 100
ms | seratus satu | 101
ms | seratus sepuluh | 110
ms | seratus dua puluh lima | 125
ms | seratus lapan puluh tujuh | 187
ms | dua ratus | 200
ms | dua ratus lima puluh | 250
ms | tiga ratus tujuh puluh lima | 375
ms | lima ratus | 500
ms | enam ratus tiga puluh empat | 634
ms | tujuh ratus | 700
ms | lapan ratus enam puluh enam | 866
ms | sembilan ratus sembilan puluh sembilan | 999
ms | seribu | 1000
ms | seribu lapan belas | 1018
ms | seribu dua ratus | 1200
ms | seribu sembilan ratus sembilan puluh sembilan | 1999
ms | dua ribu | 2000
ms | enam puluh satu ribu seratus dua puluh lima | 61125
ms | tiga belas ribu dua puluh lima | 13025
ms | tiga puluh satu ribu enam ratus dua puluh lima | 31625
ms | tujuh puluh sembilan ribu tujuh ratus tiga belas | 79713
ms | dua puluh sembilan ribu tujuh puluh tujuh | 29077
ms | tujuh puluh satu ribu seratus dua puluh tujuh | 71127
ms | tiga puluh enam ribu dua ratus empat | 36204
ms | dua puluh lapan ribu seratus tiga | 28103
ms | empat puluh tiga ribu lima ratus tujuh puluh dua | 43572
ms | dua puluh sembilan ribu lapan puluh | 29080
ms | lima puluh enam ribu lima ratus lapan puluh tiga | 56583
ms | empat puluh enam ribu empat puluh lapan | 46048
fil | dalawá | 2
fil | waló | 8
fil | labíng-isá | 11
fil | labíng-dalawá | 12
fil | labíng-pitó | 17
fil | dalawáng pû't isá | 21
fil | dalawáng pû't siyám | 29
fil | tatlóng pû't tatló | 33
fil | ápat na pû't pitó | 47
fil | limáng pû't waló | 58
fil | anim na pû't ápat | 64
fil | pitóng pû't isá | 71
fil | pitóng pû't anim | 76
fil | walóng pû | 80
fil | walóng pû't limá | 85
fil | siyám na pû't siyám | 99
fil | isáng daán | 100
fil | isáng daán at isá | 101
fil | isáng daán at sampû | 110
fil | isáng daán at dalawáng pû't limá | 125
fil | isáng daán at walóng pû't pitó | 187
fil | dalawáng daán | 200
fil | dalawáng daán at limáng pû | 250
fil | tatlóng daán at pitóng pû't limá | 375
fil | limáng daán | 500
fil | anim na daán at tatlóng pû't ápat | 634
fil | pitóng daán | 700
fil | walóng daán at anim na pû't anim | 866
fil | siyám na daán at siyám na pû't siyám | 999
fil | isáng libó | 1000
fil | isáng libó't labíng-waló | 1018
fil | isáng libó't dalawáng daán | 1200
fil | isáng libó't siyám na daán at siyám na pû't siyám | 1999
fil | dalawáng libó | 2000
fil | ápat na pû't walóng libó't walóng daán at labíng-limá | 48815
fil | anim na pû't pitóng libó't siyám na daán at pitóng pû't pitó | 67977
fil | anim na pû't siyám na libó't siyám na daán at labíng-anim | 69916
fil | anim na pû't ápat na libó't pitóng daán at pitóng pû't ápat | 64774
fil | dalawáng pû't ápat na libó't ápat na pû't waló | 24048
fil | pitóng pû libó't limáng daán at anim na pû't siyám | 70569
fil | anim na pû libó't walóng daán at tatlóng pû't anim | 60836
fil | siyám na pû't anim na libó't tatlóng daán at ápat | 96304
fil | dalawáng pû't walóng libó't pitóng daán at siyám na pû't pitó | 28797
fil | tatlóng pû't limáng libó't tatlóng daán | 35300
fil | walóng pû't anim na libó't anim na daán at labíng-dalawá | 86612
fil | dalawáng pû't siyám na libó't walóng pû | 29080
hi | दो | 2
hi | आठ | 8
hi | ग्यारह | 11
hi | बारह | 12
hi | सत्रह | 17
hi | इक्कीस | 21
hi | उनतीस | 29
hi | तैंतीस | 33
hi | सैंतालीस | 47
hi | अट्ठावन | 58
hi | चौंसठ | 64
hi | इकहत्तर | 71
hi | छिहत्तर | 76
hi | अस्सी | 80
hi | पचासी | 85
hi | निन्यानबे | 99
hi | एक सौ | 100
hi | एक सौ एक | 101
hi | एक सौ दस | 110
hi | एक सौ पच्चीस | 125
hi | एक सौ सत्तासी | 187
hi | दो सौ | 200
hi | दो सौ पचास | 250
hi | तीन सौ पचहत्तर | 375
hi | पाँच सौ | 500
hi | छह सौ चौंतीस | 634
hi | सात सौ | 700
hi | आठ सौ छियासठ | 866
hi | नौ सौ निन्यानबे | 999
hi | एक हज़ार | 1000
hi | एक हज़ार अठारह | 1018
hi | एक हज़ार दो सौ | 1200
hi | एक हज़ार नौ सौ निन्यानबे | 1999
hi | दो हज़ार | 2000
hi | पैंतीस हज़ार एक सौ इक्यानबे | 35191
hi | अड़तीस हज़ार सात सौ बावन | 38752
hi | तिरेसठ हज़ार सात सौ निन्यानबे | 63799
hi | ग्यारह हज़ार दो सौ पैंसठ | 11265
hi | अट्ठाईस हज़ार एक सौ साठ | 28160
hi | छियासठ हज़ार तीन सौ इक्यासी | 66381
hi | बत्तीस हज़ार नौ सौ अस्सी | 32980
hi | उनहत्तर हज़ार नौ सौ उनहत्तर | 69969
hi | नवासी हज़ार पचपन | 89055
hi | पैंसठ हज़ार एक सौ बाईस | 65122
hi | छियालीस हज़ार छह सौ बावन | 46652
hi | तिरानबे हज़ार तीन सौ निन्यानबे | 93399
ne | दुई | 2
ne | आठ | 8
ne | एघार | 11
ne | बाह्र | 12
ne | सत्र | 17
ne | एक्काइस | 21
ne | उनन्तिस | 29
ne | तेत्तिस | 33
ne | सतचालिस | 47
ne | अन्ठाउन्न | 58
ne | चौसट्ठी | 64
ne | एकहत्तर | 71
ne | छयहत्तर | 76
ne | असी | 80
ne | पचासी | 85
ne | उनान्सय | 99
ne | एक सय | 100
ne | एक सय एक | 101
ne | एक सय दस | 110
ne | एक सय पच्चिस | 125
ne | एक सय सतासी | 187
ne | दुई सय | 200
ne | दुई सय पचास | 250
ne | तिन सय पचहत्तर | 375
ne | पाँच सय | 500
ne | छ सय चौँतिस | 634
ne | सात सय | 700
ne | आठ सय छयसट्ठी | 866
ne | नौ सय उनान्सय | 999
ne | एक हजार | 1000
ne | एक हजार अठार | 1018
ne | एक हजार दुई सय | 1200
ne | एक हजार नौ सय उनान्सय | 1999
ne | दुई हजार | 2000
ne | बिस हजार एक सय उनासी | 20179
ne | छयालिस हजार छ सय बाउन्न | 46652
ne | त्रियासी हजार तिन सय बयालिस | 83342
ne | उनासी हजार दुई सय सतसट्ठी | 79267
ne | छयानब्बे हजार आठ सय बाइस | 96822
ne | दस हजार पाँच सय अट्ठाइस | 10528
ne | अट्ठाइस हजार सात सय सन्तानब्बे | 28797
ne | सैँतिस हजार दुई सय छयसट्ठी | 37266
ne | तिन हजार तिन सय एकसट्ठी | 3361
ne | तिस हजार तिन सय छयासी | 30386
ne | बयासी हजार नौ सय उनान्नब्बे | 82989
ne | बिस हजार अठार | 20018
ta | இரண்டு | 2
ta | எட்டு | 8
ta | பதினொன்று | 11
ta | பன்னிரண்டு | 12
ta | பதினேழு | 17
ta | இருபது ஒன்று | 21
ta | இருபது ஒன்பது | 29
ta | முப்பது மூன்று | 33
ta | நாற்பது ஏழு | 47
ta | ஐம்பது எட்டு | 58
ta | அறுபது நான்கு | 64
ta | எழுபது ஒன்று | 71
ta | எழுபது ஆறு | 76
ta | எண்பது | 80
ta | எண்பது ஐந்து | 85
ta | தொண்ணூறு ஒன்பது | 99
ta | நூறு | 100
ta | நூறு ஒன்று | 101
ta | நூறு பத்து | 110
ta | நூறு இருபது ஐந்து | 125
ta | நூறு எண்பது ஏழு | 187
ta | இருநூறு | 200
ta | இருநூறு ஐம்பது | 250
ta | முந்நூறு எழுபது ஐந்து | 375
ta | ஐநூறு | 500
ta | அறுநூறு முப்பது நான்கு | 634
ta | எழுநூறு | 700
ta | எண்நூறு அறுபது ஆறு | 866
ta | தொள்ளாயிரம் தொண்ணூறு ஒன்பது | 999
ta | ஒன்று ஆயிரம் | 1000
ta | ஒன்று ஆயிரம் பதினெட்டு | 1018
ta | ஒன்று ஆயிரம் இருநூறு | 1200
ta | ஒன்று ஆயிரம் தொள்ளாயிரம் தொண்ணூறு ஒன்பது | 1999
ta | இரண்டு ஆயிரம் | 2000
ta | ஐம்பது மூன்று ஆயிரம் ஐநூறு எண்பது ஒன்று | 53581
ta | ஐம்பது நான்கு ஆயிரம் நூறு ஒன்று | 54101
ta | எழுபது ஒன்பது ஆயிரம் நூறு அறுபது எட்டு | 79168
ta | பத்தொன்பது ஆயிரம் இருநூறு ஒன்பது | 19209
ta | நாற்பது இரண்டு ஆயிரம் நூறு எண்பது ஐந்து | 42185
ta | இருபது ஒன்பது ஆயிரம் நூறு பதின்மூன்று | 29113
ta | தொண்ணூறு மூன்று ஆயிரம் எண்நூறு எண்பது | 93880
ta | எழுபது ஆயிரம் ஐநூறு அறுபது ஒன்பது | 70569
ta | பதினெட்டு ஆயிரம் எழுநூறு நாற்பது மூன்று | 18743
ta | தொண்ணூறு எட்டு ஆயிரம் நாற்பது | 98040
ta | தொண்ணூறு எட்டு ஆயிரம் முந்நூறு அறுபது ஆறு | 98366
ta | தொண்ணூறு ஒன்பது ஆயிரம் தொள்ளாயிரம் எண்பது ஆறு | 99986
ar | إثنان | 2
ar | ثمانية | 8
ar | إحدى عشر | 11
ar | إثنا عشر | 12
ar | سبعة عشر | 17
ar | واحد وعشرون | 21
ar | تسعة وعشرون | 29
ar | ثلاثة وثلاثون | 33
ar | سبعة وأربعون | 47
ar | ثمانية وخمسون | 58
ar | أربعة وستون | 64
ar | واحد وسبعون | 71
ar | ستة وسبعون | 76
ar | ثمانون | 80
ar | خمسة وثمانون | 85
ar | تسعة وتسعون | 99
ar | مائة | 100
ar | مائة وواحد | 101
ar | مائة وعشرة | 110
ar | مائة وخمسة وعشرون | 125
ar | مائة وسبعة وثمانون | 187
ar | مائتان | 200
ar | مائتان وخمسون | 250
ar | ثلاثة مائة وخمسة وسبعون | 375
ar | خمسة مائة | 500
ar | ستة مائة وأربعة وثلاثون | 634
ar | سبعة مائة | 700
ar | ثمانية مائة وستة وستون | 866
ar | تسعة مائة وتسعة وتسعون | 999
ar | ألف | 1000
ar | ألف وثمانية عشر | 1018
ar | ألف ومائتان | 1200
ar | ألف وتسعة مائة وتسعة وتسعون | 1999
ar | ألفين | 2000
ar | سبعة وثمانون ألف وسبعة مائة وخمسة | 87705
ar | تسعة وثمانون ألف وخمسة وخمسون | 89055
ar | تسعة وعشرون ألف وثلاثة وخمسون | 29053
ar | ثلاثون ألف وسبعة مائة وثمانية وخمسون | 30758
ar | ثمانية وتسعون ألف وثلاثة مائة وستة وستون | 98366
ar | أربعة وثلاثون ألف ومائتان وستة وثلاثون | 34236
ar | ثلاثة وثلاثون ألف ومائتان وثمانون | 33280
ar | أربعة وستون ألف وثمانية مائة وأربعة وعشرون | 64824
ar | تسعة وعشرون ألف وسبعة وتسعون | 29097
ar | ستة وستون ألف ومائتان وستون | 66260
ar | سبعة وتسعون ألف وأربعة مائة وعشرة | 97410
ar | سبعة وعشرون ألف ومائة وسبعة وأربعون | 27147
ko | 이 | 2
ko | 팔 | 8
ko | 십일 | 11
ko | 십이 | 12
ko | 십칠 | 17
ko | 이십일 | 21
ko | 이십구 | 29
ko | 삼십삼 | 33
ko | 사십칠 | 47
ko | 오십팔 | 58
ko | 육십사 | 64
ko | 칠십일 | 71
ko | 칠십육 | 76
ko | 팔십 | 80
ko | 팔십오 | 85
ko | 구십구 | 99
ko | 백 | 100
ko | 백일 | 101
ko | 백십 | 110
ko | 백이십오 | 125
ko | 백팔십칠 | 187
ko | 이백 | 200
ko | 이백오십 | 250
ko | 삼백칠십오 | 375
ko | 오백 | 500
ko | 육백삼십사 | 634
ko | 칠백 | 700
ko | 팔백육십육 | 866
ko | 구백구십구 | 999
ko | 천 | 1000
ko | 천십팔 | 1018
ko | 천이백 | 1200
ko | 천구백구십구 | 1999
ko | 이천 | 2000
ko | 삼천삼백오십오 | 3355
ko | 팔만 칠천칠백오 | 87705
ko | 이만 팔천오백구십사 | 28594
ko | 삼만 육천육백팔십사 | 36684
ko | 구만 오천오백이십이 | 95522
ko | 칠만 천백오십육 | 71156
ko | 삼만 백사십팔 | 30148
ko | 오만 사천사십칠 | 54047
ko | 구만 이천팔백이십칠 | 92827
ko | 육만 오천백이십이 | 65122
ko | 칠만 구천이백육십칠 | 79267
ko | 칠만 이백이십삼 | 70223
ja | 二 | 2
ja | 八 | 8
ja | 十一 | 11
ja | 十二 | 12
ja | 十七 | 17
ja | 二十一 | 21
ja | 二十九 | 29
ja | 三十三 | 33
ja | 四十七 | 47
ja | 五十八 | 58
ja | 六十四 | 64
ja | 七十一 | 71
ja | 七十六 | 76
ja | 八十 | 80
ja | 八十五 | 85
ja | 九十九 | 99
ja | 百 | 100
ja | 百一 | 101
ja | 百十 | 110
ja | 百二十五 | 125
ja | 百八十七 | 187
ja | 二百 | 200
ja | 二百五十 | 250
ja | 三百七十五 | 375
ja | 五百 | 500
ja | 六百三十四 | 634
ja | 七百 | 700
ja | 八百六十六 | 866
ja | 九百九十九 | 999
ja | 千 | 1000
ja | 千十八 | 1018
ja | 千二百 | 1200
ja | 千九百九十九 | 1999
ja | 二千 | 2000
ja | 三万四千二百八 | 34208
ja | 六万九千九百六十九 | 69969
ja | 五万百八十二 | 50182
ja | 二万二千四百九十一 | 22491
ja | 一万六百九十九 | 10699
ja | 九万六千九百三十七 | 96937
ja | 八万二百四十一 | 80241
ja | 八万三千二百七十八 | 83278
ja | 七万五千九百四 | 75904
ja | 二万二千七百六 | 22706
ja | 九万九千九百八十六 | 99986
ja | 三万七百五十八 | 30758
zh | 二 | 2
zh | 八 | 8
zh | 十一 | 11
zh | 十二 | 12
zh | 十七 | 17
zh | 二十一 | 21
zh | 二十九 | 29
zh | 三十三 | 33
zh | 四十七 | 47
zh | 五十八 | 58
zh | 六十四 | 64
zh | 七十一 | 71
zh | 七十六 | 76
zh | 八十 | 80
zh | 八十五 | 85
zh | 九十九 | 99
zh | 一百 | 100
zh | 一百〇一 | 101
zh | 一百一十 | 110
zh | 一百二十五 | 125
zh | 一百八十七 | 187
zh | 二百 | 200
zh | 二百五十 | 250
zh | 三百七十五 | 375
zh | 五百 | 500
zh | 六百三十四 | 634
zh | 七百 | 700
zh | 八百六十六 | 866
zh | 九百九十九 | 999
zh | 一千 | 1000
zh | 一千〇一十八 | 1018
zh | 一千二百 | 1200
zh | 一千九百九十九 | 1999
zh | 二千 | 2000
zh | 五万五千九百六十一 | 55961
zh | 二万八千二百二十一 | 28221
zh | 三万五千一百九十一 | 35191
zh | 六万八千二百六十四 | 68264
zh | 七万五千九百〇四 | 75904
zh | 一万一千一百三十六 | 11136
zh | 九万五千六百五十六 | 95656
zh | 二万七千一百四十七 | 27147
zh | 六万四千三百四十三 | 64343
zh | 五万二千六百三十七 | 52637
zh | 二万九千〇七十七 | 29077
zh | 五万三千六百七十八 | 53678
th | สอง | 2
th | แปด | 8
th | สิบเอ็ด | 11
th | สิบสอง | 12
th | สิบเจ็ด | 17
th | ยี่สิบเอ็ด | 21
th | ยี่สิบเก้า | 29
th | สามสิบสาม | 33
th | สี่สิบเจ็ด | 47
th | ห้าสิบแปด | 58
th | หกสิบสี่ | 64
th | เจ็ดสิบเอ็ด | 71
th | เจ็ดสิบหก | 76
th | แปดสิบ | 80
th | แปดสิบห้า | 85
th | เก้าสิบเก้า | 99
th | หนึ่งร้อย | 100
th | หนึ่งร้อยหนึ่ง | 101
th | หนึ่งร้อยสิบ | 110
th | หนึ่งร้อยยี่สิบห้า | 125
th | หนึ่งร้อยแปดสิบเจ็ด | 187
th | สองร้อย | 200
th | สองร้อยห้าสิบ | 250
th | สามร้อยเจ็ดสิบห้า | 375
th | ห้าร้อย | 500
th | หกร้อยสามสิบสี่ | 634
th | เจ็ดร้อย | 700
th | แปดร้อยหกสิบหก | 866
th | เก้าร้อยเก้าสิบเก้า | 999
th | หนึ่งพัน | 1000
th | หนึ่งพันสิบแปด | 1018
th | หนึ่งพันสองร้อย | 1200
th | หนึ่งพันเก้าร้อยเก้าสิบเก้า | 1999
th | สองพัน | 2000
th | หนึ่งหมื่นห้าพันหกร้อยเก้าสิบ | 15690
th | สามหมื่นสองพันสามร้อยเจ็ดสิบเจ็ด | 32377
th | หนึ่งหมื่นหนึ่งพันแปดร้อยหนึ่ง | 11801
th | เก้าหมื่นเจ็ดพันแปดร้อยเก้าสิบสี่ | 97894
th | สามหมื่นสี่พันสองร้อยแปด | 34208
th | สี่หมื่นห้าพันสามร้อยสิบห้า | 45315
th | สองหมื่นแปดพันสองร้อยยี่สิบเอ็ด | 28221
th | สามหมื่นสองพันหกร้อยห้าสิบเอ็ด | 32651
th | หนึ่งหมื่นแปดพันเก้าร้อยสี่สิบเอ็ด | 18941
th | แปดหมื่นเจ็ดพันสองร้อยเก้าสิบห้า | 87295
th | เก้าหมื่นห้าพันสี่ร้อยหกสิบแปด | 95468
th | หกหมื่นห้าพันแปดร้อยสามสิบเอ็ด | 65831
vi | hai | 2
vi | tám | 8
vi | mười một | 11
vi | mười hai | 12
vi | mười bảy | 17
vi | hai mươi mốt | 21
vi | hai mươi chín | 29
vi | ba mươi ba | 33
vi | bốn mươi bảy | 47
vi | năm mươi tám | 58
vi | sáu mươi tư | 64
vi | bảy mươi mốt | 71
vi | bảy mươi sáu | 76
vi | tám mươi | 80
vi | tám mươi lăm | 85
vi | chín mươi chín | 99
vi | một trăm | 100
vi | một trăm lẻ một | 101
vi | một trăm mười | 110
vi | một trăm hai mươi lăm | 125
vi | một trăm tám mươi bảy | 187
vi | hai trăm | 200
vi | hai trăm năm mươi | 250
vi | ba trăm bảy mươi lăm | 375
vi | năm trăm | 500
vi | sáu trăm ba mươi tư | 634
vi | bảy trăm | 700
vi | tám trăm sáu mươi sáu | 866
vi | chín trăm chín mươi chín | 999
vi | một nghìn | 1000
vi | một nghìn không trăm mười tám | 1018
vi | một nghìn hai trăm | 1200
vi | một nghìn chín trăm chín mươi chín | 1999
vi | hai nghìn | 2000
vi | chín mươi hai nghìn tám trăm hai mươi bảy | 92827
vi | ba mươi ba nghìn hai trăm ba mươi | 33230
vi | sáu mươi nghìn bốn trăm tám mươi tám | 60488
vi | năm mươi tư nghìn bốn trăm năm mươi mốt | 54451
vi | năm mươi bảy nghìn ba trăm bốn mươi hai | 57342
vi | ba nghìn ba trăm sáu mươi mốt | 3361
vi | ba mươi sáu nghìn sáu trăm tám mươi tư | 36684
vi | hai mươi tư nghìn chín trăm lẻ sáu | 24906
vi | tám mươi mốt nghìn chín trăm ba mươi tư | 81934
vi | bốn mươi tám nghìn một trăm năm mươi mốt | 48151
vi | bốn mươi ba nghìn bảy trăm năm mươi | 43750
vi | bốn mươi lăm nghìn ba trăm hai mươi bảy | 45327
fr | deux | 2
fr | huit | 8
fr | onze | 11
fr | douze | 12
fr | dix-sept | 17
fr | vingt-et-un | 21
fr | vingt-neuf | 29
fr | trente-trois | 33
fr | quarante-sept | 47
fr | cinquante-huit | 58
fr | soixante-quatre | 64
fr | soixante-et-onze | 71
fr | soixante-seize | 76
fr | quatre-vingts | 80
fr | quatre-vingt-cinq | 85
fr | quatre-vingt-dix-neuf | 99
fr | cent | 100
fr | cent un | 101
fr | cent dix | 110
fr | cent vingt-cinq | 125
fr | cent quatre-vingt-sept | 187
fr | deux cents | 200
fr | deux cent cinquante | 250
fr | trois cent soixante-quinze | 375
fr | cinq cents | 500
fr | six cent trente-quatre | 634
fr | sept cents | 700
fr | huit cent soixante-six | 866
fr | neuf cent quatre-vingt-dix-neuf | 999
fr | mille | 1000
fr | mille dix-huit | 1018
fr | mille deux cents | 1200
fr | mille neuf cent quatre-vingt-dix-neuf | 1999
fr | deux mille | 2000
fr | trente-deux mille neuf cent quatre-vingts | 32980
fr | quatre-vingt-treize mille huit cent quatre-vingts | 93880
fr | soixante-deux mille trois cent cinquante-et-un | 62351
fr | vingt-six mille sept cent soixante-quatorze | 26774
fr | vingt mille quatre-vingt-un | 20081
fr | vingt-deux mille neuf cent vingt-huit | 22928
fr | cinquante-quatre mille trois cent treize | 54313
fr | quatre-vingt-dix-huit mille trois cent soixante-dix-huit | 98378
fr | trente-cinq mille trois cents | 35300
fr | vingt-huit mille sept cent sept | 28707
fr | quatre-vingt mille neuf cent six | 80906
fr | trente-deux mille cent soixante-dix-neuf | 32179
de | zwei | 2
de | acht | 8
de | elf | 11
de | zwölf | 12
de | siebzehn | 17
de | einundzwanzig | 21
de | neunundzwanzig | 29
de | dreiunddreißig | 33
de | siebenundvierzig | 47
de | achtundfünfzig | 58
de | vierundsechzig | 64
de | einundsiebzig | 71
de | sechsundsiebzig | 76
de | achtzig | 80
de | fünfundachtzig | 85
de | neunundneunzig | 99
de | einhundert | 100
de | einhunderteins | 101
de | einhundertzehn | 110
de | einhundertfünfundzwanzig | 125
de | einhundertsiebenundachtzig | 187
de | zweihundert | 200
de | zweihundertfünfzig | 250
de | dreihundertfünfundsiebzig | 375
de | fünfhundert | 500
de | sechshundertvierunddreißig | 634
de | siebenhundert | 700
de | achthundertsechsundsechzig | 866
de | neunhundertneunundneunzig | 999
de | eintausend | 1000
de | eintausendachtzehn | 1018
de | eintausendzweihundert | 1200
de | eintausendneunhundertneunundneunzig | 1999
de | zweitausend | 2000
de | fünfundsechzigtausendeinhundertzweiundzwanzig | 65122
de | achtundsechzigtausendachthundertfünfunddreißig | 68835
de | siebzehntausendfünfhundertzweiundzwanzig | 17522
de | achtundzwanzigtausendeinhundertneununddreißig | 28139
de | fünfzehntausendneunhundertsiebenundneunzig | 15997
de | achtunddreißigtausendsiebenhundertzweiundfünfzig | 38752
de | zweiunddreißigtausendsechshunderteinundfünfzig | 32651
de | dreitausenddreihundertfünfundfünfzig | 3355
de | dreiundvierzigtausendsiebenhundertfünfzig | 43750
de | siebenundvierzigtausendzweihundertsiebenundzwanzig | 47227
de | sechsundneunzigtausendsiebenhundertzweiundzwanzig | 96722
de | einundachtzigtausendachthundertdreiundzwanzig | 81823
it | due | 2
it | otto | 8
it | undici | 11
it | dodici | 12
it | diciassette | 17
it | ventuno | 21
it | ventinove | 29
it | trentatré | 33
it | quarantasette | 47
it | cinquantotto | 58
it | sessantaquattro | 64
it | settantuno | 71
it | settantasei | 76
it | ottanta | 80
it | ottantacinque | 85
it | novantanove | 99
it | cento | 100
it | centouno | 101
it | centodieci | 110
it | centoventicinque | 125
it | centottantasette | 187
it | duecento | 200
it | duecentocinquanta | 250
it | trecentosettantacinque | 375
it | cinquecento | 500
it | seicentotrentaquattro | 634
it | settecento | 700
it | ottocentosessantasei | 866
it | novecentonovantanove | 999
it | mille | 1000
it | millediciotto | 1018
it | milleduecento | 1200
it | millenovecentonovantanove | 1999
it | duemila | 2000
it | cinquantaquattromilatrecentotredici | 54313
it | trentamilasettecentocinquantotto | 30758
it | ventottomilanovecentottantasette | 28987
it | sessantamilaquattrocentottantotto | 60488
it | sessantamilanovecentoventiquattro | 60924
it | trentottomilaseicentocinquantasette | 38657
it | settantaduemilanovecentottanta | 72980
it | ottantamilanovecentosei | 80906
it | settantanovemilacentonovantasei | 79196
it | novantanovemilanovecentottantasei | 99986
it | sessantatremilasessantacinque | 63065
it | venticinquemilaseicentoventicinque | 25625
es | dos | 2
es | ocho | 8
es | once | 11
es | doce | 12
es | diecisiete | 17
es | veintiuno | 21
es | veintinueve | 29
es | treinta y tres | 33
es | cuarenta y siete | 47
es | cincuenta y ocho | 58
es | sesenta y cuatro | 64
es | setenta y uno | 71
es | setenta y seis | 76
es | ochenta | 80
es | ochenta y cinco | 85
es | noventa y nueve | 99
es | cien | 100
es | ciento uno | 101
es | ciento diez | 110
es | ciento veinticinco | 125
es | ciento ochenta y siete | 187
es | doscientos | 200
es | doscientos cincuenta | 250
es | trescientos setenta y cinco | 375
es | quinientos | 500
es | seiscientos treinta y cuatro | 634
es | setecientos | 700
es | ochocientos sesenta y seis | 866
es | novecientos noventa y nueve | 999
es | mil | 1000
es | mil dieciocho | 1018
es | mil doscientos | 1200
es | mil novecientos noventa y nueve | 1999
es | dos mil | 2000
es | diecisiete mil cuatrocientos sesenta y seis | 17466
es | dieciséis mil trescientos cuarenta y siete | 16347
es | sesenta y ocho mil ochocientos treinta y cinco | 68835
es | noventa y cinco mil seiscientos cincuenta y seis | 95656
es | setenta y un mil setecientos cincuenta y dos | 71752
es | dieciocho mil novecientos cuarenta y uno | 18941
es | dos mil trescientos sesenta | 2360
es | cincuenta y seis mil quinientos ochenta y tres | 56583
es | sesenta y siete mil novecientos setenta y siete | 67977
es | veintiocho mil quinientos noventa y cuatro | 28594
es | veintisiete mil trescientos setenta y uno | 27371
es | sesenta y cuatro mil novecientos noventa | 64990
pt | dois | 2
pt | oito | 8
pt | onze | 11
pt | doze | 12
pt | dezessete | 17
pt | vinte e um | 21
pt | vinte e nove | 29
pt | trinta e três | 33
pt | quarenta e sete | 47
pt | cinquenta e oito | 58
pt | sessenta e quatro | 64
pt | setenta e um | 71
pt | setenta e seis | 76
pt | oitenta | 80
pt | oitenta e cinco | 85
pt | noventa e nove | 99
pt | cem | 100
pt | cento e um | 101
pt | cento e dez | 110
pt | cento e vinte e cinco | 125
pt | cento e oitenta e sete | 187
pt | duzentos | 200
pt | duzentos e cinquenta | 250
pt | trezentos e setenta e cinco | 375
pt | quinhentos | 500
pt | seiscentos e trinta e quatro | 634
pt | setecentos | 700
pt | oitocentos e sessenta e seis | 866
pt | novecentos e noventa e nove | 999
pt | mil | 1000
pt | mil e dezoito | 1018
pt | mil e duzentos | 1200
pt | mil novecentos e noventa e nove | 1999
pt | dois mil | 2000
pt | setenta mil duzentos e vinte e três | 70223
pt | vinte e quatro mil cento e cinquenta e cinco | 24155
pt | sessenta e três mil duzentos e dezessete | 63217
pt | quarenta e sete mil duzentos e vinte e sete | 47227
pt | cinquenta e um mil duzentos e quarenta e um | 51241
pt | vinte e oito mil duzentos e vinte e um | 28221
pt | vinte e oito mil cento e sessenta | 28160
pt | quarenta e quatro mil cento e trinta e quatro | 44134
pt | sessenta e quatro mil novecentos e cinco | 64905
pt | noventa e seis mil duzentos e quarenta e nove | 96249
pt | setenta mil quinhentos e sessenta e nove | 70569
pt | oitenta e sete mil duzentos e quarenta e nove | 87249
km | ពីរ | 2
km | ប្រាំបី | 8
km | ដប់មួយ | 11
km | ដប់ពីរ | 12
km | ដប់ប្រាំពីរ | 17
km | ម្ភៃមួយ | 21
km | ម្ភៃប្រាំបួន | 29
km | សាមសិបបី | 33
km | សែសិបប្រាំពីរ | 47
km | ហាសិបប្រាំបី | 58
km | ហុកសិបបួន | 64
km | ចិតសិបមួយ | 71
km | ចិតសិបប្រាំមួយ | 76
km | ប៉ែតសិប | 80
km | ប៉ែតសិបប្រាំ | 85
km | កៅសិបប្រាំបួន | 99
km | មួយរយ | 100
km | មួយរយមួយ | 101
km | មួយរយដប់ | 110
km | មួយរយម្ភៃប្រាំ | 125
km | មួយរយប៉ែតសិបប្រាំពីរ | 187
km | ពីររយ | 200
km | ពីររយហាសិប | 250
km | បីរយចិតសិបប្រាំ | 375
km | ប្រាំរយ | 500
km | ប្រាំមួយរយសាមសិបបួន | 634
km | ប្រាំពីររយ | 700
km | ប្រាំបីរយហុកសិបប្រាំមួយ | 866
km | ប្រាំបួនរយកៅសិបប្រាំបួន | 999
km | មួយពាន់ | 1000
km | មួយពាន់ដប់ប្រាំបី | 1018
km | មួយពាន់ពីររយ | 1200
km | មួយពាន់ប្រាំបួនរយកៅសិបប្រាំបួន | 1999
km | ពីរពាន់ | 2000
km | មួយម៉ឺនបីពាន់ប្រាំពីររយប្រាំមួយ | 13706
km | ប្រាំបួនម៉ឺនបីពាន់ប្រាំបីរយប៉ែតសិប | 93880
km | ប្រាំមួយម៉ឺនប្រាំបួនពាន់ប្រាំបីរយហុកសិបប្រាំពីរ | 69867
km | បីម៉ឺនពីរពាន់មួយរយប៉ែតសិបប្រាំបី | 32188
km | ប្រាំបីម៉ឺនបីពាន់បីរយសែសិបពីរ | 83342
km | បួនម៉ឺនបួនពាន់ប្រាំបីរយសាមសិបបួន | 44834
km | ពីរម៉ឺនប្រាំបួនពាន់ប៉ែតសិប | 29080
km | បីម៉ឺនប្រាំបីពាន់ប្រាំបួនរយប៉ែតសិបប្រាំមួយ | 38986
km | ប្រាំម៉ឺនបីពាន់បួនរយសាមសិបប្រាំបី | 53438
km | ពីរពាន់ពីររយប៉ែតសិបប្រាំ | 2285
km | ប្រាំបួនម៉ឺនពីរពាន់ប្រាំបីរយម្ភៃប្រាំពីរ | 92827
km | ប្រាំម៉ឺនមួយរយប៉ែតសិបពីរ | 50182
my | နှစ် | 2
my | ရှစ် | 8
my | ဆယ့်တစ် | 11
my | ဆယ့်နှစ် | 12
my | ဆယ့်ခုနှစ် | 17
my | နှစ်ဆယ်တစ် | 21
my | နှစ်ဆယ်ကိုး | 29
my | သုံးဆယ်သုံး | 33
my | လေးဆယ်ခုနှစ် | 47
my | ငါးဆယ်ရှစ် | 58
my | ခြောက်ဆယ်လေး | 64
my | ခုနှစ်ဆယ်တစ် | 71
my | ခုနှစ်ဆယ်ခြောက် | 76
my | ရှစ်ဆယ် | 80
my | ရှစ်ဆယ်ငါး | 85
my | ကိုးဆယ်ကိုး | 99
my | တစ်ရာ | 100
my | တစ်ရာ့တစ် | 101
my | တစ်ရာ့ဆယ် | 110
my | တစ်ရာ့နှစ်ဆယ်ငါး | 125
my | တစ်ရာ့ရှစ်ဆယ်ခုနှစ် | 187
my | နှစ်ရာ | 200
my | နှစ်ရာ့ငါးဆယ် | 250
my | သုံးရာ့ခုနှစ်ဆယ်ငါး | 375
my | ငါးရာ | 500
my | ခြောက်ရာ့သုံးဆယ်လေး | 634
my | ခုနှစ်ရာ | 700
my | ရှစ်ရာ့ခြောက်ဆယ်ခြောက် | 866
my | ကိုးရာ့ကိုးဆယ်ကိုး | 999
my | တစ်ထောင် | 1000
my | တစ်ထောင့်ဆယ့်ရှစ် | 1018
my | တစ်ထောင့်နှစ်ရာ | 1200
my | တစ်ထောင့်ကိုးရာ့ကိုးဆယ်ကိုး | 1999
my | နှစ်ထောင် | 2000
my | ကိုးထောင့်ငါးရာ့ခြောက်ဆယ်ငါး | 9565
my | ငါးသောင်းလေးထောင့်သုံးရာ့ဆယ့်သုံး | 54313
my | နှစ်သောင်းကိုးထောင့်ကိုးဆယ်ခုနှစ် | 29097
my | ရှစ်သောင်းခြောက်ထောင့်ခြောက်ရာ့ဆယ့်နှစ် | 86612
my | ရှစ်သောင်းတစ်ထောင့်နှစ်ရာ့သုံးဆယ်လေး | 81234
my | နှစ်သောင်းငါးထောင့်ခြောက်ရာ့နှစ်ဆယ်ငါး | 25625
my | လေးသောင်းဆယ့်တစ် | 40011
my | ခြောက်သောင်းတစ်ထောင့်တစ်ရာ့နှစ်ဆယ်ငါး | 61125
my | ခြောက်သောင်းလေးထောင့်ခုနှစ်ရာ့ခုနှစ်ဆယ်လေး | 64774
my | နှစ်သောင်းနှစ်ထောင့်ခုနှစ်ရာ့ခြောက် | 22706
my | နှစ်သောင်းရှစ်ထောင့်တစ်ရာ့ရှစ်ဆယ်ခုနှစ် | 28187
my | ခုနှစ်သောင်းတစ်ထောင့်တစ်ရာ့နှစ်ဆယ်ခုနှစ် | 71127
`
