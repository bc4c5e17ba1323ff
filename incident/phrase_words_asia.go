package incident

import "unicode"

func vietnamese() words {
	small := list("zero,,hai,ba,bốn,năm,sáu,bảy/bẩy,tám,chín,mười,mười một,mười hai,mười ba,mười bốn,mười lăm/mười nhăm," +
		"mười sáu,mười bảy/mười bẩy,mười tám,mười chín")
	units := append([]string{}, small...)
	units[1], units[4], units[5] = "mốt/một", "tư/bốn", "lăm/nhăm/năm"
	all := tens(units, list("hai mươi,ba mươi,bốn mươi,năm mươi,sáu mươi,bảy mươi/bẩy mươi,tám mươi,chín mươi"),
		func(t, u string, _ int) string { return t + " " + u })
	all[1], all[4], all[5] = "", "bốn/tư", "năm/lăm"
	return words{
		groups:     dotGroups,
		marks:      true,
		zeroGlue:   true,
		about:      `khoảng, chừng, độ, cỡ, tầm, ước khoảng, ước tính, ước tính khoảng, xấp xỉ, vào khoảng, khoảng chừng, quãng, ước chừng, áng chừng, trong khoảng, khoảng độ, khoảng từ, tầm khoảng, phỏng chừng`,
		atLeast:    `ít nhất, tối thiểu, không dưới, không ít hơn, chí ít, ít ra, ít nhất là, tối thiểu là, không dưới mức`,
		more:       `hơn, trên, quá, vượt quá, vượt, vượt mức, nhiều hơn, cao hơn, lớn hơn, có hơn, đã vượt, vượt hơn, hơn cả`,
		atMost:     `tối đa, không quá, nhiều nhất, lên đến, lên tới, có thể lên tới, có thể lên đến, không vượt quá, không hơn, không nhiều hơn, cao nhất, tối đa là, nhiều nhất là, không trên, đến tối đa`,
		less:       `gần, ngót, suýt soát, dưới, ít hơn, chưa đến, chưa tới, không đến, không tới, nhỏ hơn, thấp hơn, chưa đầy, không đầy, gần tới, gần đến, ngót nghét, gần như, sắp, gần bằng`,
		aboutAfter: "gì đó",
		leastAfter: "trở lên, hoặc hơn, hoặc nhiều hơn, hay nhiều hơn",
		mostAfter:  "trở xuống, hoặc ít hơn",
		small:      all,
		lone:       map[int64]string{1: "một"},
		mult: map[int64]string{
			10: "chục", 12: "tá", 100: "trăm", 1e3: "nghìn, ngàn", 1e4: "vạn", 1e6: "triệu", 1e9: "tỷ, tỉ",
		},
		half:    "rưỡi, nửa",
		article: "một",
		tail:    "một",
		glue:    "linh, lẻ, không trăm linh, không trăm lẻ, không trăm",
		between: "giữa, nằm giữa",
		to:      "đến, tới, hoặc, hay, cho đến",
		and:     "và, đến, tới, nhưng, cùng",
		of:      "trong số, trong tổng số, trên tổng số, trên tổng",
		in:      "trong, từ, vào, cuối, đầu",
		order:   "thứ, số, lần thứ, khoản, điều, đợt",
		label:   `khu, cổng, trại, tòa, tòa nhà, tầng, lầu, phòng, chuyến bay, lô, giai đoạn, khu vực, khu phức hợp, đội, block, dãy, nhà ga`,
		thing:   `đợt, quốc gia, nước, quốc tịch, tỉnh, tỉnh thành, thành phố, bang, chuyến bay, máy bay, công ty, tòa nhà, địa điểm, điện thoại, máy tính, năm, tháng, tuần, ngày, giờ, phút, địa phương, tỉnh thành phố`,
		skip: `tổng cộng, tổng số, tổng số là, tổng, có, đã, được, là, các, những, và, của, với, trong, tại, từ, về, ở, cả, hiện, nay, đến nay, tính đến nay, cho đến nay, tới nay, thêm, khác, giải cứu, bắt giữ, bắt, chỉ, đúng, gồm, bao gồm, hiện có, số, với số lượng, số lượng,
			cho, bị, do, cũng, tất cả, toàn bộ, hoặc, này, đó, kia, ra, trao trả, hồi hương, tiếp nhận, đưa, cứu, cứu được, còn lại, vừa, đang, mới, chính xác, hơn nữa, nữa, nhóm gồm, công an, Campuchia, Myanmar`,
		unit: `người, nạn nhân, công dân, lao động, công dân Việt Nam, người Việt Nam, người Việt, đối tượng, vụ, vụ án, nghi phạm, phụ nữ, nam, nữ, nam giới, nữ giới, trẻ em, thanh niên, trường hợp, cuộc gọi, đồng, USD, tên, người nước ngoài, người Trung Quốc,
			đô la, euro, đơn, khiếu nại, nghi can, bị can, học sinh, sinh viên, em, cháu, nước ngoài, Việt Nam, Trung Quốc, công nhân, cá nhân, gia đình, mạng, người khác, du khách, chiến sĩ`,
		fail: `cả trăm, cả nghìn, cả ngàn, cả chục, cả vạn, hàng trăm, hàng nghìn, hàng ngàn, hàng chục, hàng vạn, hàng triệu, hàng chục nghìn, hàng, vài, vài trăm, vài chục, vài nghìn, mấy, mấy trăm, mấy chục, nhiều, một số, một vài, đa số, phần lớn, hầu hết, phần đông, đông đảo, vô số, ít, hai phần ba, cả hai, đôi, cặp,
			phần trăm, phần, một nửa, nửa số, quá nửa, một phần, gấp, gấp đôi, lần, mỗi, từng, phẩy, phảy, tỷ lệ, tỉ lệ, phân nửa, trăm phần trăm,
			không, chưa, chẳng, không có, ngoại trừ, trừ, có lẽ, có thể, dường như, tăng, giảm, một trong, một trong số, một trong những, nhóm, hơn một nửa, thứ nhất, thứ hai, đầu tiên,
			ngày, tháng, tuần, giờ, phút, tuổi, quý, thế kỷ, hôm, năm nay, năm ngoái, năm qua, thập kỷ, km, kg, mét, m, ha, độ tuổi, ngày càng`,
	}
}

func thai() words {
	small := list("ศูนย์,หนึ่ง,สอง,สาม,สี่,ห้า,หก,เจ็ด,แปด,เก้า,สิบ,สิบเอ็ด,สิบสอง,สิบสาม,สิบสี่,สิบห้า,สิบหก,สิบเจ็ด,สิบแปด,สิบเก้า")
	units := append([]string{}, small...)
	units[1] = "เอ็ด/หนึ่ง"
	all := tens(units, list("ยี่สิบ,สามสิบ,สี่สิบ,ห้าสิบ,หกสิบ,เจ็ดสิบ,แปดสิบ,เก้าสิบ"), func(t, u string, _ int) string { return t + u })
	all[1] = "หนึ่ง"
	return words{
		groups:     commaGroups,
		match:      looseScript,
		script:     []*unicode.RangeTable{unicode.Thai},
		open:       true,
		about:      `ประมาณ, ราว, ราวๆ, โดยประมาณ, คร่าวๆ, ประมาณการ, คาดว่าประมาณ, ประมาณว่า`,
		atLeast:    `อย่างน้อย, ไม่ต่ำกว่า, ไม่น้อยกว่า, อย่างต่ำ, ขั้นต่ำ, อย่างน้อยที่สุด, น้อยที่สุด, ไม่ต่ำ`,
		more:       `กว่า, มากกว่า, เกินกว่า, เกิน, สูงกว่า, ทะลุ, มากกว่าประมาณ, จำนวนกว่า, เหนือ`,
		atMost:     `ไม่เกิน, สูงสุด, มากถึง, มากที่สุด, ไม่มากกว่า, มากสุด, ถึง, สูงถึง, อย่างมาก, ไม่มากไปกว่า, จำนวนถึง, สูงสุดถึง`,
		less:       `เกือบ, ใกล้, น้อยกว่า, ต่ำกว่า, ไม่ถึง, เฉียด, เกือบถึง, ใกล้จะถึง, เกือบจะ`,
		aboutAfter: "โดยประมาณ",
		leastAfter: "ขึ้นไป, เป็นอย่างน้อย, หรือมากกว่า, หรือมากกว่านั้น",
		moreAfter:  "กว่า, กว่าๆ",
		mostAfter:  "ลงมา, หรือน้อยกว่า, เป็นอย่างมาก",
		small:      all,
		mult:       map[int64]string{12: "โหล", 100: "ร้อย", 1e3: "พัน", 1e4: "หมื่น", 1e5: "แสน", 1e6: "ล้าน"},
		tail:       "เอ็ด",
		half:       "ครึ่ง",
		between:    "ระหว่าง",
		to:         "ถึง, หรือ",
		and:        "ถึง, กับ, และ, แต่",
		of:         "จาก, จากทั้งหมด, จากจำนวน, ใน, ในจำนวน",
		in:         "ใน, ปี",
		order:      "ที่, ปี, ครั้งที่, อันดับ, มาตรา, เบอร์, หมายเลข, ระยะที่, เฟส, พ.ศ",
		stamp:      "ปี, เดือน, วัน, ชั่วโมง, สัปดาห์, นาที, ขวบ, โมง, นาฬิกา, ครั้ง, เท่า, ใน",
		label:      `ประตู, โซน, อาคาร, ตึก, ชั้น, ห้อง, เที่ยวบิน, ค่าย, ล็อต, กลุ่มที่, ระยะ, เคเคปาร์ค, เฟส`,
		thing:      `ประเทศ, สัญชาติ, จังหวัด, เมือง, รัฐ, เที่ยวบิน, บริษัท, อาคาร, แห่ง, เครื่อง, จุด, ล็อต, คัน, ลำ`,
		skip: `เข้าร่วม, ร่วมกัน, ร่วมมือ, ต่างประเทศ, ทั้งหมด, รวม, รวมทั้งสิ้น, ทั้งสิ้น, จำนวน, อีก, และ, ใน, มี, เป็น, ได้, ของ, ช่วย, ช่วยเหลือ, จับกุม, จับ, แล้ว, นี้, จาก, ไทย, จีน, เมียนมา, กัมพูชา, สามารถ, สามี, พันธมิตร, รวมถึง, คือ, ให้, กลับ, ส่งกลับ, ขณะนี้, ล่าสุด, จนถึงขณะนี้, จนถึงปัจจุบัน, เพิ่ม, เพียง, แค่, เฉพาะ, พบ,
			ต่าง, หรือ, โดย, ยอด, ยอดรวม, เพิ่มอีก, ตำรวจ, พันตำรวจ, ร้อยตำรวจ, สิบตำรวจ, พลตำรวจ, ถึงไทย, เดินทางถึง, มาถึง`,
		unit: `คน, ราย, ชีวิต, นาย, ศพ, คดี, เรื่อง, สาย, บาท, คนไทย, เหยื่อ, ผู้เสียหาย, ชาวต่างชาติ, ต่างชาติ, ชาวจีน, ชาวไทย, ผู้ต้องหา, หญิง, ชาย, เด็ก, แรงงาน, ดอลลาร์, กรณี, ผู้ต้องสงสัย, เคส, บัญชี, ผู้, คู่สาย, ครอบครัว, พลเมือง, นักศึกษา`,
		fail: `นอกจาก, ครั้งละ, คนละ, วันละ, เดือนละ, ปีละ, ร่วม, หลาย, หลายร้อย, หลายสิบ, หลายพัน, หลายหมื่น, หลายแสน, หลายล้าน, นับร้อย, นับพัน, นับสิบ, นับหมื่น, นับแสน, นับล้าน, หลักร้อย, หลักพัน, หลักหมื่น, หลักสิบ, จำนวนมาก, บางส่วน, ส่วนใหญ่, ส่วนมาก, ร้อยละ, เปอร์เซ็นต์, เปอร์เซนต์, เศษ, เศษหนึ่งส่วน, ครึ่งหนึ่ง, กว่าครึ่ง, เกินครึ่ง, ไม่, ไม่มี, บาง, คู่, จุด,
			เป็นร้อย, เป็นพัน, เป็นสิบ, อายุ, มกราคม, กุมภาพันธ์, มีนาคม, เมษายน, พฤษภาคม, มิถุนายน, กรกฎาคม, สิงหาคม, กันยายน, ตุลาคม, พฤศจิกายน, ธันวาคม, วันที่, เวลา, ตั้งแต่, เท่าตัว, ทุก, ต่อวัน, ต่อปี, ต่อเดือน, อาจ, น่าจะ, เดียวกัน, มากมาย, จำนวนหนึ่ง, พ.ศ., ยกเว้น, เพิ่มขึ้น, ลดลง, กลุ่ม, กี่, สองสาม, สิบกว่า`,
	}
}

func lao() words {
	small := list("ສູນ,ໜຶ່ງ/ຫນຶ່ງ,ສອງ,ສາມ,ສີ່,ຫ້າ,ຫົກ,ເຈັດ,ແປດ,ເກົ້າ,ສິບ,ສິບເອັດ,ສິບສອງ,ສິບສາມ,ສິບສີ່,ສິບຫ້າ,ສິບຫົກ,ສິບເຈັດ,ສິບແປດ,ສິບເກົ້າ")
	units := append([]string{}, small...)
	units[1] = "ເອັດ/ໜຶ່ງ"
	all := tens(units, list("ຊາວ/ສາວ,ສາມສິບ,ສີ່ສິບ,ຫ້າສິບ,ຫົກສິບ,ເຈັດສິບ,ແປດສິບ,ເກົ້າສິບ"), func(t, u string, _ int) string { return t + u })
	all[1] = small[1]
	return words{
		groups:     eitherGroups,
		match:      looseScript,
		script:     []*unicode.RangeTable{unicode.Lao},
		about:      "ປະມານ, ລາວໆ",
		atLeast:    "ຢ່າງໜ້ອຍ, ຢ່າງຫນ້ອຍ, ບໍ່ຕ່ຳກວ່າ, ບໍ່ໜ້ອຍກວ່າ",
		more:       "ກວ່າ, ຫຼາຍກວ່າ, ຫລາຍກວ່າ, ເກີນ, ເກີນກວ່າ",
		atMost:     "ບໍ່ເກີນ, ສູງສຸດ, ຫຼາຍເຖິງ",
		less:       "ເກືອບ, ໜ້ອຍກວ່າ, ຫນ້ອຍກວ່າ, ບໍ່ເຖິງ, ຕ່ຳກວ່າ, ໃກ້",
		leastAfter: "ຂຶ້ນໄປ",
		moreAfter:  "ກວ່າ",
		small:      all,
		mult:       map[int64]string{100: "ຮ້ອຍ", 1e3: "ພັນ", 1e4: "ໝື່ນ, ຫມື່ນ", 1e5: "ແສນ", 1e6: "ລ້ານ"},
		between:    "ລະຫວ່າງ",
		to:         "ຫາ, ເຖິງ, ຫຼື",
		and:        "ຫາ, ເຖິງ, ແລະ, ກັບ",
		order:      "ທີ, ທີ່, ປີ",
		stamp:      "ປີ, ເດືອນ, ວັນ, ຊົ່ວໂມງ, ຄັ້ງ",
		label:      `ປະຕູ, ອາຄານ, ຊັ້ນ, ຫ້ອງ`,
		thing:      `ປະເທດ, ສັນຊາດ, ແຂວງ, ເມືອງ`,
		skip:       "ທັງໝົດ, ທັງຫມົດ, ລວມ, ຈຳນວນ, ອີກ, ແລະ, ມີ, ເປັນ, ໄດ້",
		unit:       "ຄົນ, ຜູ້, ກີບ, ຄະດີ, ຄົນລາວ, ຊາວຕ່າງປະເທດ, ຄົນຈີນ, ຜູ້ເຄາະຮ້າຍ, ຄົນຕ່າງປະເທດ",
		fail:       "ຫຼາຍ, ຫລາຍ, ຫຼາຍຮ້ອຍ, ຫຼາຍພັນ, ຫຼາຍສິບ, ສ່ວນຮ້ອຍ, ເປີເຊັນ, ບາງ, ສ່ວນໃຫຍ່, ບໍ່, ເຄິ່ງ, ອາຍຸ, ວັນທີ",
	}
}

func khmer() words {
	small := list("សូន្យ,មួយ,ពីរ,បី,បួន,ប្រាំ,ប្រាំមួយ,ប្រាំពីរ/ប្រាំពិល,ប្រាំបី,ប្រាំបួន")
	for u := range 10 {
		all := prefixed("ដប់", small[u])
		if u == 0 {
			all = "ដប់"
		}
		small = append(small, all)
	}
	return words{
		groups:     eitherGroups,
		match:      looseScript,
		script:     []*unicode.RangeTable{unicode.Khmer},
		about:      "ប្រមាណ, ប្រហែល, ប្រមាណជា, ប្រហាក់ប្រហែល",
		atLeast:    "យ៉ាងតិច, យ៉ាងហោចណាស់, យ៉ាងតិចណាស់, មិនតិចជាង",
		more:       "ជាង, លើស, លើសពី, ច្រើនជាង",
		atMost:     "យ៉ាងច្រើន, មិនលើស, មិនលើសពី, រហូតដល់, មិនច្រើនជាង",
		less:       "ជិត, តិចជាង, ក្រោម, មិនដល់",
		aboutAfter: "ប្រហែល",
		leastAfter: "ឡើងទៅ",
		moreAfter:  "ជាង",
		small:      tens(small, list("ម្ភៃ,សាមសិប,សែសិប,ហាសិប,ហុកសិប,ចិតសិប,ប៉ែតសិប,កៅសិប"), func(t, u string, _ int) string { return t + u }),
		mult:       map[int64]string{100: "រយ", 1e3: "ពាន់", 1e4: "ម៉ឺន", 1e5: "សែន", 1e6: "លាន"},
		between:    "រវាង, ចន្លោះ, ចន្លោះពី",
		to:         "ដល់, ទៅ, ឬ",
		and:        "និង, ដល់, ទៅ",
		order:      "ទី, លើកទី, ឆ្នាំ, ថ្ងៃទី",
		stamp:      "ឆ្នាំ, ខែ, ថ្ងៃ, ម៉ោង, ដង, ភាគ",
		label:      `អគារ, ជាន់, បន្ទប់, ច្រក, តំបន់`,
		thing:      `ប្រទេស, សញ្ជាតិ, ខេត្ត, ក្រុង, ក្រុមហ៊ុន, កន្លែង, ទីតាំង`,
		skip:       "សរុប, ចំនួន, ទាំងអស់, និង, មាន, ត្រូវបាន, ពី, គឺ, បាន, ប៉ុណ្ណោះ",
		unit:       "នាក់, ជនរងគ្រោះ, ករណី, រៀល, ដុល្លារ, ជនបរទេស, ជនជាតិ, គ្រួសារ, អ្នក",
		fail:       "រាប់រយ, រាប់ពាន់, រាប់សិប, រាប់ម៉ឺន, រាប់លាន, ច្រើន, ភាគរយ, ខ្លះ, ភាគច្រើន, ពាក់កណ្តាល, មិន, គ្មាន, អាយុ, ជាច្រើន, មួយចំនួន, ក្រុម",
	}
}

func burmese() words {
	return words{
		bare:       true,
		groups:     commaGroups,
		match:      looseScript,
		script:     []*unicode.RangeTable{unicode.Myanmar},
		digits:     true,
		about:      "ခန့်မှန်း, ခန့်မှန်းခြေ",
		atLeast:    "အနည်းဆုံး",
		atMost:     "အများဆုံး",
		more:       "ကျော်",
		aboutAfter: "ခန့်, လောက်, ဝန်းကျင်, ဝန်းကျင်ခန့်",
		leastAfter: "နှင့်အထက်, နဲ့အထက်, အထက်",
		moreAfter:  "ကျော်, ထက်ပို, ထက်ပိုသော, ထက်မက",
		mostAfter:  "အထိ",
		lessAfter:  "နီးပါး, အောက်, ထက်နည်း",
		small:      list("သုည,တစ်,နှစ်,သုံး,လေး,ငါး,ခြောက်,ခုနစ်/ခုနှစ်,ရှစ်,ကိုး"),
		mult: map[int64]string{
			10: "ဆယ်, ဆယ့်", 100: "ရာ, ရာ့", 1e3: "ထောင်, ထောင့်", 1e4: "သောင်း", 1e5: "သိန်း", 1e6: "သန်း",
		},
		to:    "မှ, ကနေ, သို့မဟုတ်",
		order: "အမှတ်, အပိုဒ်",
		stamp: "ရက်, လ, နာရီ, ခုနှစ်, ကြိမ်, ဆ, ပုံ, နှစ်",
		label: `ဂိတ်, ဇုန်, တိုက်`,
		thing: `နိုင်ငံ, ပြည်နယ်, မြို့, ကုမ္ပဏီ`,
		skip:  "စုစုပေါင်း, အားလုံး, နှင့်, နဲ့, မှာ, တွင်, က, ကို, အပါအဝင်, ထဲက, များ, သော",
		unit:  "ယောက်, ဦး, မှု, ကျပ်, နိုင်ငံခြားသား, လူ, တရုတ်, မြန်မာ, နိုင်ငံသား, အမှု, သား",
		fail:  "ရာချီ, ထောင်ချီ, သောင်းချီ, ရာနှင့်ချီ, ထောင်နှင့်ချီ, ရာနဲ့ချီ, ထောင်နဲ့ချီ, ရာပေါင်းများစွာ, ထောင်ပေါင်းများစွာ, များစွာ, ရာခိုင်နှုန်း, တချို့, အချို့, တဝက်, ထက်ဝက်, မဟုတ်, အများစု, ဆယ်ချီ, ဒါဇင်",
	}
}
