package advisory

// The words of adverts in Filipino and in the mixture of it with English that most
// adverts are written in. A choice of ours; the sources are those of wordsEnglish.
const wordsFilipino = `
not: walang, wala, wla, walng, hindi, di, hnd, huwag, wag, wala pong, walang kahit anong, walang kahit na anong, bawal, nang walang
fee: bayad, bayarin, babayaran, ibabayad, magbabayad, magbayad, magbayad ng, nagbabayad, walang bayad, walang bayarin, may bayad, singil, sinisingil, naniningil, kaltas, salary deduction, kaltas sa sahod, kakaltasin, paunang bayad, placement fee, processing fee, deposito, downpayment, down payment, dp, reservation, gastos, walang gastos, walang gagastusin, gagastusin, ilalabas na pera, walang ilalabas, ilabas na pera, cash out, cashout, no cash out, walang cash out, resibo, may resibo, utang, fly now pay later, salamat fee
feeof: medikal, ahente, rehistro
visa: bisa
visakind: tourist visa muna, tourist visa lang, tourist kunwari, turista, bilang turista, kunwari tourist, kunwaring turista, kunwaring tourist, kunwari turista, visa ng turista, pang turista
interview: interbyu, panayam, walang interview, typing lang, typing test lang, direct hire, initerbyu, walang interbyu, mag exam
contract: kontrata, kontratang, kasunduan, walang kontrata, taong kontrata, taon na kontrata
channel: i message, imessage, imsg, mag message, mag msg, mag pm, mag dm, mag chat, i chat, ichat, chat lang, chat nyo, chat niyo, chat mo, chat dito, message lang, msg nyo, msg niyo, msg lang, mensahe, tawag, tumawag, tumawag sa, itext, i text, mag text, makipag ugnayan, kontakin, mag apply, mag apply sa, apply na, pm lang, pm is key, pm nyo, comment lang, comment interested, pm mo, pumunta sa, mag email, mag inquire, inquire, inquiries
route: dadaan, dadaan sa, dumaan, tatawid, tatawirin, tawid, tumawid, sasakay, sakay, papunta, sasakyan papunta, by land na, patawid, babyahe, bibiyahe, susunduin, sundo, hanggang border, sa border
fly: lipad, lilipad, pagdating, eroplano, biyahe, byahe
gift: tirahan, bahay, pabahay, matutuluyan, tuluyan, titirhan, pagkain, pagkaen, pakain, tiket, transportasyon, sasakyan, seguro, kuwarto, kwarto, panuluyan, allowance, pamasahe, dorm, hmo
extra: komisyon, komisyong, insentibo, bonus
given: libre, libreng, free ang, sagot, sagot ng, sagot ng company, sagot ng kumpanya, sagot ng employer, sagot namin, sagot na, ibibigay, binibigay, kasama, kasama na, may, meron, mayroon, bayad ng company, bayad ng kumpanya, bayad ng employer, sagot ng kompanya, ibinibigay
own: sariling, sarili, sariling gastos, sagot ng manggagawa, sagot ng aplikante
pay: sahod, sweldo, suweldo, swldo, swedo, sahud, kita, kikita, kikitain, kikita ka, kitain, pasahod, pasweldo, basic sahod, pa sahod
praise: mataas, malaki, malaking, mataas na, malaki ang, magandang, maganda, sulit, panalo
and: pero, ngunit, at, tsaka, saka, pati, pati na, o, kasama ang, tapos may, plus
small: ang, ng, na, mga, po, ba, ka, ko, mo, nyo, niyo, kami, namin, natin, tayo, ako, akin, sila, siya, ito, yan, yun, dito, lang, lamang, din, rin, nga, pa, para, kung, ay, naman, aming, inyong, lahat, gusto, gusto mo, nasa, no, si, kay, kayo, muna, agad, need
in: sa, para sa, pa, papuntang, patungong, patungo, nasa, bansa, bansang, going, punta, pumunta
from: galing, mula, mula sa, galing sa, taga
later: muna, tapos, pagkatapos, bago, pagdating, saka, kapag, pag, ayon sa
hiring: hiring agad, hiring ng, naghahanap, naghahanap ng, naghahanap kami ng, naghahanap po kami, hanap namin, hanap namin ay, hanap, hanap kami, hinahanap, kailangan, kailangan ng, kailangan namin ng, nangangailangan, nangangailangan ng, need namin, need namin ng, wanted, opening kami para sa, may opening, bakante, tumatanggap, mag apply bilang, bilang
job: trabaho, trabahong, tarbaho, trabho, ofw job, mag work, magtrabaho, pagtatrabaho, oportunidad
only: lamang, lang, tanging
people: aplikante, mamamayan, manggagawa, kababayan, kabayan
office: opisina, tanggapan, sangay
agency: ahensya, ahensiya, ahensyang
legal: kumpanya, kompanya, inkorporada
licence: lisensya, lisensiya, lisensya ng dmw, lisensya no, numero ng lisensya, lisensyado, dmw, poea
other: karanasan, edad, walang experience, walang karanasan, walang exp, oras ng trabaho, kwalipikasyon, pirmado
unit: taon, taong, oras, araw, tao, katao, bakante, porsyento
bound=up to: hanggang, umaabot, aabot, pinakamataas, aabot ng, aabot sa
bound=over: higit, mahigit, lampas, higit sa
bound=at least: simula, mula, nagsisimula sa, hindi bababa
span: hanggang
`
