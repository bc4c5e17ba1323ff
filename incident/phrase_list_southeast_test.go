package incident

// Each line is a language, a phrase and the count it states; nothing for a phrase
// that has no number.
const phrasesSoutheast = `
th | นอกจาก 60 คน |
th | ครั้งละ 60 คน |
id | hingga kini 60 orang | 60
id | sampai saat ini 60 orang | 60
id | hingga 60 orang | <=60
ms | sehingga kini 60 | 60
ms | sehingga hari ini 60 | 60
th | วันละ 60 คน |
th | ร่วม 300 คน |
th | เข้าร่วม 300 คน | 300
vi | cả trăm người |
id | sekitar 250 | ~250
id | sebanyak 250 orang | 250
id | lebih dari 100 WNI | >100
id | setidaknya 20 | >=20
id | sedikitnya 12 orang | >=12
id | hingga 300 | <=300
id | hampir 200 | <200
id | kurang dari 50 | <50
id | antara 50 dan 60 | 50..60
id | 50 hingga 60 orang | 50..60
id | 50 sampai 60 | 50..60
id | 1.018 | 1018
id | 1,018 |
id | 2,5 juta | 2500000
id | ratusan |
id | puluhan orang |
id | ribuan WNI |
id | seribu dua ratus | 1200
id | seratus dua puluh lima | 125
id | dua puluh lima | 25
id | sepuluh ribu | 10000
id | seorang | 1
id | selusin | 12
id | setengah juta | 500000
id | satu setengah juta | 1500000
id | 75 persen |
id | beberapa |
id | lebih dari seratus | >100
id | tidak lebih dari 30 | <=30
id | tidak kurang dari 30 | >=30
id | kira-kira 40 | ~40
id | 200-an orang | ~200
id | 13 dari 17 | 13
id | tahun 2024 |
id | empat belas | 14
id | ke-3 |
id | sekitar seratus orang | ~100
id | lebih dari 1.000 orang | >1000
id | sebanyak 1.018 WNI | 1018
id | sekitar 50-60 orang | 50..60
id | 84 WNI | 84
id | delapan puluh empat | 84
id | ada 554 WNI | 554
id | 554 orang WNI | 554
id | total 699 | 699
id | hingga ratusan orang |
id | empat orang | 4
id | kurang lebih 100 orang | ~100
id | sekurang-kurangnya 100 | >=100
id | 100 lebih | >100
id | setengah dari 100 |
id | 30 persen |
id | Rp 1,5 miliar | 1500000000
id | Rp1,5 miliar | 1500000000
id | dua ratusan |
id | 6.800 kasus | 6800
id | lebih dari 2 juta | >2000000
id | paling banyak 20 | <=20
id | lebih dari 1.500 | >1500
id | paling sedikit 12 | >=12
id | minimal 12 | >=12
id | maksimal 12 | <=12
id | tak kurang dari 12 | >=12
id | tak lebih dari 12 | <=12
id | sekitar dua ratus lima puluh | ~250
id | dua belas | 12
id | sembilan belas | 19
id | ribuan |
id | puluhan ribu |
id | belasan orang |
id | sejumlah |
id | sejumlah orang |
id | sebagian besar |
id | separuh |
id | sepertiga |
id | 50 persen |
id | nyaris 100 | <100
id | mendekati 100 | <100
id | di atas 100 | >100
id | di bawah 100 | <100
id | 100 orang lebih | >100
id | 100-150 orang | 100..150
id | antara 100 hingga 150 | 100..150
id | dari 100 sampai 150 | 100..150
id | 12 atau 13 | 12..13
id | 1,5 juta | 1500000
id | 10 ribu | 10000
id | sepuluh ribuan |
id | 100 ribu lebih | >100000
id | total sebanyak 84 orang | 84
id | 84 orang | 84
id | 84 WNI lainnya | 84
id | satu orang | 1
id | seorang WNI | 1
id | tiga orang WNI | 3
id | 6 dari 9 | 6
id | 1.018.500 | 1018500
id | diperkirakan 500 | ~500
id | 15 April |
id | pada 2024 |
id | selama 3 bulan |
id | 400-an | ~400
id | hampir seribu | <1000
id | lebih dari seribu | >1000
id | sekitar setengah |
ms | sekurang-kurangnya 20 | >=20
ms | kira-kira 250 rakyat Malaysia | ~250
ms | lebih daripada 100 mangsa | >100
ms | seramai 30 orang | 30
ms | lapan | 8
ms | 1,018 | 1018
ms | 1.018 |
ms | 2.5 juta | 2500000
ms | hampir 200 | <200
ms | di antara 50 hingga 60 | 50..60
ms | beribu-ribu |
ms | dua bilion | 2000000000
ms | seramai 1,200 mangsa | 1200
ms | tidak kurang daripada 20 | >=20
ms | anggaran 500 orang | ~500
ms | lebih 300 orang | >300
ms | lebih 100 mangsa | >100
ms | hampir 100 rakyat Malaysia | <100
ms | kira-kira 100 | ~100
ms | sekurang-kurangnya lapan | >=8
ms | seramai 1,018 | 1018
ms | tidak melebihi 20 | <=20
ms | antara 20 hingga 30 | 20..30
ms | beratus-ratus |
ms | ratusan mangsa |
ms | separuh |
ms | RM1.5 juta | 1500000
ms | RM 2.5 bilion | 2500000000
ms | dua puluh lapan | 28
ms | 30 peratus |
fil | mahigit 400 | >400
fil | nasa 700 | ~700
fil | higit 500 | >500
fil | higit sa 500 | >500
fil | humigit-kumulang 250 | ~250
fil | halos 200 | <200
fil | hindi bababa sa 20 | >=20
fil | tinatayang 300 | ~300
fil | walong | 8
fil | walo | 8
fil | apat na | 4
fil | dalawampu't lima | 25
fil | dalawampu’t limang Pilipino | 25
fil | labing-isa | 11
fil | isang daan at dalawampu't lima | 125
fil | dalawang libo | 2000
fil | anim na raan | 600
fil | daan-daan |
fil | libo-libong |
fil | ilang |
fil | isang Pilipino | 1
fil | onse | 11
fil | bente | 20
fil | trenta'y dos | 32
fil | mga 50 katao | ~50
fil | hanggang 300 | <=300
fil | 10 hanggang 20 | 10..20
fil | sa pagitan ng 50 at 60 | 50..60
fil | at least 20 Pinoy | >=20
fil | more than 100 Filipinos | >100
fil | isang dosena | 12
fil | sampung libo | 10000
fil | kalahating milyon | 500000
fil | 20 porsyento |
fil | nasa mahigit 400 | >400
fil | dalawa o tatlo | 2..3
fil | higit sa isang daan | >100
fil | mahigit isang libong Pilipino | >1000
fil | halos 50 Pilipino | <50
fil | tatlumpu't walong Pinoy | 38
fil | labindalawang biktima | 12
fil | tatlong daang tao | 300
fil | hindi bababa sa 50 katao | >=50
fil | limang Pilipino | 5
fil | 157 dayuhan | 157
fil | isa | 1
fil | may 12 katao | 12
fil | nasa 50 hanggang 60 | 50..60
fil | kalahati |
fil | ilang daang |
fil | labing-anim | 16
fil | dalawampu | 20
fil | 21 na Pilipino | 21
fil | mga Pilipino |
fil | mahigit dalawampu | >20
fil | mahigit 50 na Pilipino | >50
fil | hindi bababa sa sampu | >=10
fil | hindi hihigit sa 20 | <=20
fil | humigit-kumulang isang libo | ~1000
fil | halos isang daan | <100
fil | tatlo | 3
fil | tatlong Pilipino | 3
fil | pitong | 7
fil | siyam na biktima | 9
fil | dalawampung biktima | 20
fil | limampu | 50
fil | limampu't tatlo | 53
fil | daang-daang |
fil | libu-libong Pilipino |
fil | marami |
fil | karamihan |
fil | kabuuang 206 | 206
fil | 206 na OFW | 206
fil | may kabuuang 206 | 206
fil | umabot sa 206 | 206
fil | tinatayang nasa 700 | ~700
fil | nasa mahigit 100 | >100
fil | mga 30 | ~30
fil | lampas 30 | >30
fil | lagpas sa 30 | >30
fil | hanggang 30 | <=30
fil | kulang 30 |
fil | wala pang 30 | <30
fil | 20 hanggang 30 | 20..30
fil | sa pagitan ng 20 at 30 | 20..30
fil | ikatlo |
fil | 30 porsiyento |
fil | isa sa bawat tatlo |
fil | dalawang dosena | 24
fil | isang milyon | 1000000
fil | 1.5 milyon | 1500000
fil | singkuwenta | 50
fil | kinse | 15
fil | mahigit-kumulang 50 | ~50
fil | di bababa sa 15 | >=15
vi | khoảng 250 người | ~250
vi | hơn 400 | >400
vi | trên 400 nạn nhân | >400
vi | ít nhất 20 | >=20
vi | gần 200 | <200
vi | tối đa 30 | <=30
vi | lên đến 300 | <=300
vi | lên tới 1.000 người | <=1000
vi | dưới 50 | <50
vi | từ 50 đến 60 | 50..60
vi | hàng trăm |
vi | hàng nghìn người |
vi | hai mươi mốt | 21
vi | hai trăm năm mươi | 250
vi | một trăm linh năm | 105
vi | một nghìn hai trăm | 1200
vi | hai trăm năm |
vi | mười lăm | 15
vi | 1.018 | 1018
vi | 1,5 triệu | 1500000
vi | hai triệu rưỡi | 2500000
vi | vài chục |
vi | một nửa |
vi | 40 phần trăm |
vi | một số |
vi | nhiều |
vi | không quá 20 | <=20
vi | không dưới 20 | >=20
vi | hai nghìn không trăm linh năm | 2005
vi | một trăm người | 100
vi | khoảng 50-60 người | 50..60
vi | hơn 1.000 người | >1000
vi | tám người | 8
vi | sáu mươi tư | 64
vi | gần một nghìn | <1000
vi | hơn một trăm người | >100
vi | vài trăm người |
vi | ngày 15 tháng 4 |
vi | năm 2024 |
vi | hàng trăm người Việt |
vi | năm người | 5
vi | 1 triệu 200 nghìn | 1200000
vi | khoảng 1.000 | ~1000
vi | hơn 1.200 người | >1200
vi | gần 500 người | <500
vi | ít nhất 12 người | >=12
vi | tối thiểu 12 | >=12
vi | không ít hơn 12 | >=12
vi | lên đến 100 người | <=100
vi | nhiều người |
vi | một vài |
vi | hàng chục người |
vi | vài nghìn |
vi | ba mươi | 30
vi | ba mươi lăm | 35
vi | bốn mươi mốt | 41
vi | mười hai | 12
vi | một trăm hai mươi | 120
vi | hai nghìn | 2000
vi | ba triệu | 3000000
vi | 2,5 triệu | 2500000
vi | 2.500 | 2500
vi | 100-150 người | 100..150
vi | từ 100 đến 150 người | 100..150
vi | 50% |
vi | một phần ba |
vi | trên 100 người | >100
vi | dưới 100 người | <100
vi | xấp xỉ 100 | ~100
vi | tổng cộng 84 | 84
vi | 84 công dân Việt Nam | 84
vi | hai người | 2
vi | 100 người trở lên | >=100
vi | 13 trong số 17 | 13
vi | đến nay 64 người | 64
vi | hai chục | 20
vi | một chục | 10
vi | hai trăm rưỡi | 250
th | ประมาณ 250 คน | ~250
th | ราว 250 คน | ~250
th | กว่า 200 คน | >200
th | 200 กว่าคน | >200
th | มากกว่า 300 | >300
th | อย่างน้อย 20 คน | >=20
th | เกือบ 400 คน | <400
th | ไม่เกิน 30 | <=30
th | ถึง 200 คน | <=200
th | ระหว่าง 50 ถึง 60 | 50..60
th | 50-60 คน | 50..60
th | หลายร้อยคน |
th | สองร้อยห้าสิบคน | 250
th | ยี่สิบเอ็ด | 21
th | หนึ่งแสนสองหมื่นสามพันสี่ร้อยห้าสิบหก | 123456
th | ๒๕๐ คน | 250
th | สามารถ |
th | 1.5 ล้าน | 1500000
th | กว่าพันคน | >1000
th | กว่าร้อยคน | >100
th | ไม่ต่ำกว่า 100 คน | >=100
th | 200 คนขึ้นไป | >=200
th | ร้อยละ 40 |
th | สามคน | 3
th | มากกว่า 1,000 คน | >1000
th | ประมาณ 50-60 คน | 50..60
th | หลายพันคน |
th | แปดคน | 8
th | หกสิบสี่คน | 64
th | 260 คน | 260
th | ปี 2567 |
th | ครึ่งหนึ่ง |
th | 20 สัญชาติ |
th | ชาวต่างชาติ 260 คน | 260
th | กว่าครึ่ง |
th | 1 ล้านคน | 1000000
th | 15 เมษายน |
th | ราวๆ 100 คน | ~100
th | ประมาณหนึ่งร้อยคน | ~100
th | เกือบหนึ่งพันคน | <1000
th | กว่าหนึ่งร้อยคน | >100
th | 100 กว่าคน | >100
th | ร้อยกว่าคน | >100
th | สิบกว่าคน |
th | สิบสองคน | 12
th | สามสิบคน | 30
th | สองพันห้าร้อย | 2500
th | 2,500 คน | 2500
th | จำนวน 64 คน | 64
th | รวม 64 ราย | 64
th | อย่างน้อยสิบคน | >=10
th | ไม่น้อยกว่า 64 ราย | >=64
th | มากถึง 500 คน | <=500
th | สูงสุด 500 | <=500
th | น้อยกว่า 50 คน | <50
th | ต่ำกว่า 50 | <50
th | ไม่ถึง 50 คน | <50
th | 50 ถึง 60 คน | 50..60
th | ตั้งแต่ 50 ถึง 60 |
th | นับร้อยคน |
th | นับพัน |
th | หลายสิบคน |
th | จำนวนมาก |
th | ร้อยละ 50 |
th | 50 เปอร์เซ็นต์ |
th | ครึ่ง |
th | ๑๒๐ คน | 120
th | 1.2 แสนคน | 120000
th | 2 หมื่นคน | 20000
th | สองหมื่นคน | 20000
th | คนไทย 64 คน | 64
th | 64 คนไทย | 64
th | 13 คน จาก 17 คน | 13
lo | ປະມານ 250 ຄົນ | ~250
km | ប្រមាណ ២៥០ នាក់ | ~250
km | ជាង ២០០ នាក់ | >200
km | ២០០នាក់ | 200
km | យ៉ាងតិច ២០ នាក់ | >=20
km | ជិត ៤០០ នាក់ | <400
km | រាប់រយនាក់ |
my | ၂၅၀ ကျော် | >250
my | ၂၅၀ ခန့် | ~250
my | အနည်းဆုံး ၂၀ | >=20
my | ၂၅ ဦး | 25
my | နှစ်ရာ | 200
`
