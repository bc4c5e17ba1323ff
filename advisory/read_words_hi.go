package advisory

// The words of adverts in Hindi, in Devanagari and, in adverts as often, in Latin
// letters, for which there is no one spelling. A choice of ours; the sources are those
// of wordsEnglish.
const wordsHindi = `
not: नहीं, नही, नहि, ना, न, बिना, बगैर, बिना किसी, बिना कोई, कोई नहीं, मत, शून्य, नि
fee: पैसे न दें, पैसे ना दें, पैसा न दें, पैसे मत दें, पैसे मत दो, आप देंगे, आपको देना, आपको देना होगा, खुद देना, फीस, फ़ीस, फी, शुल्क, चार्ज, सेवा शुल्क, सर्विस चार्ज, रजिस्ट्रेशन फीस, पंजीकरण शुल्क, प्रोसेसिंग फीस, वीज़ा फीस, वीजा फीस, वीज़ा शुल्क, एजेंट फीस, प्लेसमेंट फीस, डिपॉजिट, डिपाजिट, जमानत राशि, सिक्योरिटी, एडवांस, अग्रिम, पैसा नहीं, पैसे नहीं, रुपया नहीं, एक भी पैसा, एक पैसा, लगेगा, लगेगी, लगेंगे, देना होगा, देने होंगे, देना पड़ेगा, जमा करना, जमा करें, भुगतान, खर्चा, जीएसटी, पैसे बाद में, बाद में पैसे, जॉइनिंग के बाद पैसे, कमीशन फीस, काटे जाएंगे, सैलरी से कटेगा, कोई खर्च, खर्च
feeof: मेडिकल, रजिस्ट्रेशन, प्रोसेसिंग, पंजीकरण, एजेंट, सर्विस
visa: वीज़ा, वीजा, विज़ा, विजा, वर्क परमिट, परमिट
visakind: वीज़ा लगेगा, वीजा लगेगा, वीज़ा लग जाएगा, टूरिस्ट वीज़ा, टूरिस्ट वीजा, टूरिस्ट विजा, पर्यटक वीज़ा, पर्यटन वीज़ा, विजिट वीज़ा, विज़िट वीज़ा, विजिट वीजा, वीज़ा ऑन अराइवल, वीजा ऑन अराइवल, वर्क वीज़ा, वर्क वीजा, रोजगार वीज़ा, रोज़गार वीज़ा, रोजगार वीजा, एम्प्लॉयमेंट वीज़ा, कंपनी वीज़ा, कार्य वीज़ा
interview: इंटरव्यू, इन्टरव्यू, साक्षात्कार, टाइपिंग टेस्ट, सीधी भर्ती, डायरेक्ट भर्ती, डायरेक्ट जॉइनिंग, सीधा चयन, ट्रेड टेस्ट, डायरेक्ट सिलेक्शन, सिलेक्शन
contract: अनुबंध, अनुबन्ध, कॉन्ट्रैक्ट, कांट्रैक्ट, कॉन्ट्रेक्ट, करार, एग्रीमेंट, समझौता, इकरारनामा, बॉन्ड
channel: व्हाट्सएप, व्हाट्सऐप, व्हाट्सअप, वाट्सएप, व्हाट्सप्प, व्हाट्स एप, टेलीग्राम, टेलिग्राम, मैसेंजर, फेसबुक, इंस्टाग्राम, इनबॉक्स, मैसेज, मेसेज, संदेश, संपर्क, सम्पर्क, कॉल करें, कॉल, फोन, फ़ोन, मोबाइल, ईमेल, आवेदन, अप्लाई, वेबसाइट, डीएम, बायोडाटा भेजें
route: होते हुए, के रास्ते, के जरिए, ट्रांजिट, गाड़ी से, कार से, बस से, नाव से, सड़क से, सड़क मार्ग, बॉर्डर पार, सीमा पार, नदी पार, बॉर्डर तक, बॉर्डर, फिर वहां से, वहां से, सरहद
fly: फ्लाइट, उड़ान, एयरपोर्ट, हवाई अड्डे, यात्रा
gift: प्रशिक्षण, ट्रेनिंग, गाड़ी, रहना, रहने, रहना खाना, आवास, ठहरना, ठहरने, खाना, खाने, खाना पीना, भोजन, टिकट, हवाई टिकट, हवाई जहाज टिकट, रूम, कमरा, होटल, हॉस्टल, यातायात, ट्रांसपोर्ट, बीमा, इंश्योरेंस, मेडिकल, चिकित्सा, चिकित्सा बीमा, लैपटॉप, छुट्टी, सुविधा
extra: कमीशन, बोनस, इंसेंटिव, ओवरटाइम, भत्ता, ओवर टाइम
given: फ्री, मुफ्त, मुफ़्त, निःशुल्क, निशुल्क, नि:शुल्क, कंपनी देगी, कंपनी द्वारा, कम्पनी द्वारा, कंपनी की तरफ से, कंपनी की ओर से, कंपनी का, कंपनी की, देगी, देंगे, दिया जाएगा, दी जाएगी, दिए जाएंगे, मिलेगा, मिलेगी, मिलेंगे, हम देंगे, शामिल
own: अपना, अपनी, खुद, खुद का, स्वयं
pay: वेतन, सैलरी, सेलरी, तनख्वाह, तनख़्वाह, तनखा, पगार, मजदूरी, मज़दूरी, कमाई, कमाएं, कमाएँ, कमाओ, आमदनी, पैकेज, मानदेय
praise: अच्छी, अच्छा, आकर्षक, ऊंची, मोटी, बढ़िया, शानदार, भारी, योग्यता अनुसार
and: लेकिन, मगर, और, एवं, तथा, व, या, साथ में, साथ, के साथ
small: सरकार, मान्यता, प्राप्त, का, की, के, को, ने, है, हैं, हो, होगा, होगी, जाना, पर, यह, वह, आप, आपको, हम, हमें, हमारे, हमारी, भी, ही, कर, करें, करे, किसी, कोई, सिर्फ, कृपया, सब, सभी, एक
in: में, मे, के लिए, के लिये, हेतु, जाने, देश, का काम
from: से, स्थित, से आए
later: बाद, बाद में, पहले, फिर, रसीद, वापस
hiring: चाहिए, चाहिये, चाहिएं, आवश्यकता, जरूरत, ज़रूरत, भर्ती, आवश्यक, की आवश्यकता, की जरूरत, की ज़रूरत, की भर्ती, के पद, आवश्यकता है
job: नौकरी, जॉब, काम, रोजगार, रोज़गार, काम का, का काम, की नौकरी, की जॉब, मौका, पद, पदों, अवसर
only: केवल, सिर्फ, मात्र
people: नागरिक, नागरिकों, उम्मीदवार, उम्मीदवारों, लड़के, लड़कियां, लोगों, युवाओं, युवा, अभ्यर्थी
office: कार्यालय, दफ्तर, ऑफिस, आफिस, शाखा, पता
agency: एजेंसी, ओवरसीज, ओवरसीज़, मैनपावर, कंसल्टेंट्स, कंसल्टेंसी, कंसल्टेंट, प्लेसमेंट, रिक्रूटमेंट, ट्रैवल्स, ट्रेवल्स
legal: प्राइवेट, लिमिटेड, प्रा, लि, कंपनी, कम्पनी, सर्विसेज, सर्विसेज़, इंटरनेशनल, एलएलसी, ग्रुप
employer: अस्पताल, होटल, बिल्डिंग
licence: लाइसेंस, लाइसेन्स, लाइसेंस नं, लाइसेंस नंबर, लाइसेंस संख्या, लाइसेंस न, अनुज्ञप्ति, आरसी नंबर, आरसी नं, पंजीकरण संख्या, पंजीकरण नंबर, रजिस्ट्रेशन नंबर, रजिस्ट्रेशन नं, आरसी
other: उम्र, आयु, अनुभव, योग्यता, शिक्षा, ड्यूटी, पासपोर्ट, शर्त, भाषा, काम का समय, समय, शिफ्ट
unit: साल, वर्ष, घंटे, घंटा, घण्टे, दिन, लोग, लोगों, पद, पदों, सीट, प्रतिशत, बजे, तारीख, किलो
bound=up to: तक, अधिकतम
bound=over: से ज्यादा, से अधिक, से ऊपर
bound=at least: कम से कम, न्यूनतम
span: से
`

const wordsHindiLatin = `
not: nahi, nahin, nhi, nai, nahi hai, bina, bina kisi, bagair, mat, koi nahi
fee: paise na de, paise mat do, paise mat dena, paisa mat do, aap doge, aap denge, aap dena, aapko dena, apko dena, tumko dena, khud dena, khud dena hoga, fees nahi, fee nahi, fis, paisa nahi, paise nahi, paisa nhi, paise nhi, ek bhi paisa, ek paisa, koi paisa, koi paise, lagega, lagegi, lagenge, lage ga, lagta, dena hoga, dene honge, dena padega, dena pdega, jama karna, jama karo, jama kare, kharcha, kharch, ke baad paise, ke baad paisa, baad me paise, baad mein paise, baad me paisa, paisa baad me, paise baad me, paise baad mein, pehle paisa, pehle paise, advance dena, salary se katega, salary se kat jayega, salary se cut, shulk, sarkari shulk, raseed, rasid, kamishan fees, jayega paisa, rupaye lagenge, rupay lagenge, bhugtan
interview: bina interview, seedhi bharti, sidhi bharti, direct bharti, seedha selection, sakshatkar, intarvyu
visakind: tourist visa pe, visa lagega, visa lag jayega, visa lag jaega, visa lagwa denge, visa lag gaya
contract: anubandh, kontract, contrat, karar, likhit contract
channel: whatsapp karo, whatsapp kare, whatsapp karein, call karo, call kare, call karein, call kijiye, msg karo, msg kare, msg karein, message karo, message karein, inbox karo, inbox kare, inbox karein, sampark, sampark kare, sampark karein, sampark karo, dm karo, dm kare, dm karein, phone karo, phone karein, baat karo, baat kare, baat karein, telegram pe, telegram par, apply karo, apply karein, apply kare, turant sampark
route: ke raste, ke raaste, ke rastay, hote hue, hokar, ho kar, ho ke, gaadi se, gadi se, car se, bus se, naav se, boat se, road se, sadak se, border paar, border par, border pe, border tak, border cross, nadi paar, nadi par, phir wahan se, fir wahan se, wahan se, waha se
fly: udan, jahaz se, hawai jahaz, hawai adde, flight se
gift: gaadi, gadi, flight ka paisa, ticket ka paisa, rehna, rahna, rehne, rahne, rehna khana, rahna khana, khana rehna, khana rahna, khana peena, khana pina, khana peena rehna, rehna peena, khana, khane, rehne khane, rahne khane, khane peene, bhojan, awas, aawas, kamra, hotel, tikat, tiket, tikit, bima, room, hawai ticket, hawai tikat, suvidha
given: degi, dega, denge, dengey, company degi, company dega, company ki taraf se, company ki taraf, company ka, company ki, company ke taraf se, hum denge, ham denge, milega, milegi, milenge, muft, mufat, phree, free me, free mein, free hai, sab free, bilkul free, malik dega, bharegi, ki taraf se
own: candidate ka, candidate ki, candidate ke, candidate khud, apna, apni, khud, khud ka, khud ki
pay: tankhwah, tankhwa, tankha, tankhuwah, tanakhwah, tankhah, tanhwa, vetan, wetan, pagar, pagaar, kamao, kamai, kamaai, kamaye, kamayein, kamaiye, mazdoori, mazduri, paisa kamao, salary hai, majduri, amdani
praise: achhi, acchi, achi, accha, acha, achha, badhiya, shandar, moti, bahut achhi, bahut acchi
and: lekin, magar, aur, or, evam, tatha, saath, sath, ke saath, ke sath
small: ka, ki, ke, ko, ne, hai, hain, ho, hoga, hogi, pe, par, ye, wo, aap, aapko, apko, hum, ham, humein, hamare, hamari, bhi, hi, kar, karo, kare, karein, karen, kisi, koi, sirf, kripya, sab, sabhi, ek, jana, jaana, jaye, jao, wala, wale, wali, se, tak, liya, jata, jati, jayega, jaayega, bahar, bhaiyo, dosto, bhai, mauka, naam
in: mein, me, mai, main, ke liye, k liye, kelie, keliye, jaane, jane, chalo, desh, jagah
from: se, ka office, ki office, ka agent
later: baad, baad me, baad mein, ke baad, pehle, pahle, phir, fir, wahan jaake, wahan jakar, turant baad
hiring: chahiye, chaiye, chahie, chahiyen, chahiy, ki zarurat, ki jarurat, zaroorat, zarurat, jarurat, jarurat hai, zaroorat hai, ki zaroorat, ki bharti, bharti, ki awashyakta, awashyakta, avashyakta, turant bharti, ki naukri, ki nokri, ka kaam, ka kam, ki job
job: naukri, nokri, naukari, kaam, kam, rozgar, rojgar, mauka, moka, naukriyan
only: sirf, keval, kewal
people: nagrik, bhai log, ladke, ladka, ladki, ladkiyan, yuva, log, umeedwar
office: daftar, karyalay, karyalaya, shakha, pata
other: umar, umr, anubhav, anubhaw, yogyata, duty, zaroori, zaruri, jaruri, tarikh
unit: saal, sal, ghante, ghanta, ghnte, din, log, tarikh, baje, pad, seat, varsh
bound=up to: tak
bound=over: se zyada, se jyada, se upar, se adhik
bound=at least: kam se kam
span: se
`
